/** Under which key a route says who may call it (访问声明); access reads it, and platform's own routes say it, too. */
export const accessKey = 'kehou:access'
