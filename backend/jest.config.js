const esm = ['@nestjs', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit', 'content-disposition']
export default {
  testEnvironment: 'node',
  transform: { '^.+\\.m?[tj]s$': ['@swc/jest', { swcrc: false, module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, keepClassNames: true,
           transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } } }] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esm.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
}
