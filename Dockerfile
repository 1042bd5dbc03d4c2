# Builds the programs, then leaves out whatever only building needs.
FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN node scripts/setup.mjs
# The embedded PostgreSQL is an optional package: in production the database is a server of its own.
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund \
  && find packages subgraphs gateway schema scripts -name src -type d -prune -exec rm -r {} + \
  && find . -path ./node_modules -prune -o \( -name 'tsconfig*.json' -o -name '*.d.ts' -o -name .tsbuildinfo \) -type f -exec rm {} + \
  && rm -r packages/testkit .setup

# The same image for every service: the name of the part to run is the last word of the command.
FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app /app
USER node
CMD ["node", "scripts/start.mjs"]
