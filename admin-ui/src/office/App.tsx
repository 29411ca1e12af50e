/** The office: one react-admin application made of the modules. */
import { Admin, CustomRoutes, localStorageStore, Resource } from 'react-admin'
import { createHashRouter, Route, RouterProvider } from 'react-router'
import { createAuthProvider } from '../api/authProvider'
import { createDataProvider } from '../api/dataProvider'
import { createI18nProvider, explainWith } from '../shared/i18n'
import { darkTheme, lightTheme } from '../shared/theme'
import { ChangePassword } from './access/ChangePassword'
import { SignIn } from './access/SignIn'
import { Home } from './home/Home'
import { permissionFor } from './module'
import { modules } from './modules'
import { Layout } from './shell/Layout'
import { NotFound } from './shell/NotFound'
import { Waiting } from './shell/Waiting'

const nouns = modules.flatMap((module) => module.nouns ?? [])
const pages = modules.flatMap((module) => module.pages ?? [])
const i18nProvider = createI18nProvider(modules.map((module) => module.texts))
const dataProvider = createDataProvider(explainWith((key, params) => i18nProvider.translate(key, params)))
const authProvider = createAuthProvider((resource, action) => permissionFor(nouns, resource, action))
const store = localStorageStore('1', 'kehou')

export const Office = () => (
  <Admin
    title="Kehou"
    disableTelemetry
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
    layout={Layout}
    loginPage={SignIn}
    dashboard={Home}
    catchAll={NotFound}
    loading={Waiting}
    requireAuth
  >
    {nouns.map(({ needs: _needs, ...noun }) => (
      <Resource key={noun.name} {...noun} />
    ))}
    <CustomRoutes>
      <Route path="/password" element={<ChangePassword />} />
      {pages.map(({ path, page: Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
    </CustomRoutes>
  </Admin>
)

const router = createHashRouter([{ path: '*', element: <Office /> }])

export const App = () => <RouterProvider router={router} />
