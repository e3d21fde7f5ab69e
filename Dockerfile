FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script is needed: the image brings Node itself, and the SQLite driver is prebuilt.
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund
COPY .swcrc ./
COPY bin bin
COPY domain domain
COPY projections projections
COPY src src
RUN node bin/build.mjs

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DOORLOPEND_DATA=/data
COPY --from=build /app /app
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
# The working folder is where an import writes the rows that it refused.
WORKDIR /data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/app/bin/doorlopend.mjs", "serve"]
