# syntax=docker/dockerfile:1
ARG NODE_VERSION=20.20

# Packages for building: this image has the compilers that better-sqlite3 may need.
FROM node:${NODE_VERSION}-bookworm AS packages
WORKDIR /kehou
ENV SCARF_ANALYTICS=false npm_config_nodedir=/usr/local
COPY package.json package-lock.json .npmrc ./
COPY backend/package.json backend/
COPY admin-ui/package.json admin-ui/
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error

FROM packages AS build
COPY LICENSE ./
COPY scripts scripts
COPY backend backend
COPY admin-ui admin-ui
RUN node scripts/build.mjs

# Only what the running backend imports; the pages are built files.
FROM packages AS runtime-packages
RUN rm -rf node_modules backend/node_modules admin-ui/node_modules \
 && npm ci --omit=dev --workspace=@kehou/backend --no-audit --no-fund --loglevel=error \
 && mkdir -p backend/node_modules

FROM node:${NODE_VERSION}-bookworm-slim AS runtime
WORKDIR /kehou
ENV NODE_ENV=production PORT=3000 KEHOU_DATA_DIR=/kehou/data
RUN install -d -o node -g node /kehou/data
COPY --from=runtime-packages /kehou/node_modules node_modules
COPY --from=runtime-packages /kehou/backend/node_modules backend/node_modules
COPY --from=build /kehou/package.json /kehou/LICENSE ./
COPY --from=build /kehou/backend/package.json backend/
COPY --from=build /kehou/backend/dist backend/dist
COPY --from=build /kehou/admin-ui/dist admin-ui/dist
USER node
VOLUME /kehou/data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that a stop reaches the application and not a shell.
CMD ["node", "--enable-source-maps", "backend/dist/main.js"]
