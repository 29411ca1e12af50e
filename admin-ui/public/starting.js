/*
 * Loaded before every page, and written for any browser (ES5): what old ones lack, and a sentence instead of a white page.
 * A file of its own, because the server lets no script run that stands in a page.
 */
;(function () {
  'use strict'
  // Chrome 69 to 72.
  if (!window.queueMicrotask && window.Promise)
    window.queueMicrotask = function (work) {
      Promise.resolve().then(work)
    }
  if (!Object.fromEntries)
    Object.fromEntries = function (entries) {
      var made = {}
      Array.from(entries).forEach(function (entry) {
        made[entry[0]] = entry[1]
      })
      return made
    }

  /** Remembers while the page is open, for a browser that forbids more. */
  function memory() {
    var kept = {}
    var shape = {
      getItem: function (key) {
        return Object.prototype.hasOwnProperty.call(kept, key) ? kept[key] : null
      },
      setItem: function (key, value) {
        kept[key] = String(value)
      },
      removeItem: function (key) {
        delete kept[key]
      },
      clear: function () {
        kept = {}
      },
      key: function (index) {
        return Object.keys(kept)[index] || null
      },
    }
    return Object.create(shape)
  }
  // Even to ask for the storage throws where cookies are forbidden, and libraries ask before anything is drawn.
  ;['localStorage', 'sessionStorage'].forEach(function (name) {
    try {
      window[name].getItem('kehou')
    } catch (error) {
      Object.defineProperty(window, name, { value: memory(), configurable: true })
    }
  })

  var tooOld = [
    '这个浏览器版本太旧，打不开这个页面。',
    '请更新浏览器，或换用 Chrome、Edge、Safari、微信内置浏览器的新版本。',
    'This browser is too old for this page. Please update it or use another one.',
  ]
  var notWhole = [
    '页面没有载入完整。可能是网络中断，或者系统刚刚升级。',
    '请刷新页面再试。',
    'The page did not load completely. Please reload it.',
  ]

  /** Nothing has been drawn yet but what the page began with. */
  function isBlank(root) {
    return (
      !root.firstElementChild ||
      (root.children.length === 1 && /starting/.test(root.firstElementChild.className))
    )
  }

  /** Looks more than once: a page that breaks down is emptied a moment after it has complained. */
  function sayWhenBlank(lines) {
    ;[50, 1000, 4000].forEach(function (pause) {
      setTimeout(say, pause, lines)
    })
  }

  function say(lines) {
    var root = document.getElementById('root')
    if (!root || !isBlank(root)) return
    root.innerHTML = ''
    var box = document.createElement('div')
    box.setAttribute('role', 'alert')
    box.style.cssText = 'max-width:32em;margin:15vh auto 0;padding:0 1.5em;font:16px/1.7 sans-serif'
    for (var i = 0; i < lines.length; i += 1) {
      var line = document.createElement('p')
      line.appendChild(document.createTextNode(lines[i]))
      box.appendChild(line)
    }
    root.appendChild(box)
  }

  function whenRead(work) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work)
    else work()
  }

  if (!('noModule' in document.createElement('script'))) {
    whenRead(function () {
      say(tooOld)
    })
    return
  }

  function onError(event) {
    var isFile = event.target && (event.target.tagName === 'SCRIPT' || event.target.tagName === 'LINK')
    var isWording = event.error && event.error.name === 'SyntaxError'
    if (!isFile && !event.error) return
    whenRead(function () {
      // What is still coming may come; a page that has been drawn keeps its own words.
      sayWhenBlank(isWording ? tooOld : notWhole)
    })
  }
  window.addEventListener('error', onError, true)
  window.addEventListener('unhandledrejection', function () {
    sayWhenBlank(notWhole)
  })

  /** The script that a page begins with; another name means that there is another build. */
  function buildOf(html) {
    var found = /src="(\/assets\/[^"]+\.js)"/.exec(html)
    return found ? found[1] : null
  }

  // After an upgrade the parts of the old build are gone: the page is loaded anew, once, since the new one knows its parts.
  window.addEventListener('vite:preloadError', function () {
    var own = document.querySelector('script[type="module"][src]')
    fetch(window.location.pathname, { cache: 'no-store' })
      .then(function (answer) {
        return answer.ok ? answer.text() : ''
      })
      .then(function (html) {
        var present = buildOf(html)
        if (own && present && present !== own.getAttribute('src')) window.location.reload()
      })
      .catch(function () {
        // No connection: the page itself says that this part did not come.
      })
  })
})()
