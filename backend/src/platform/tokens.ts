/** Names under which Nest hands out what is not a class. */
export const CONFIG = Symbol('config')
