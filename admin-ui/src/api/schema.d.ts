// Placeholder until `npm run api` writes the contract of the server here.
export interface paths {}
export interface components {
  schemas: Record<string, never>
}
