/** `npm run token`. */
process.stdout.write(
  'No token is needed: so far the graph has the public role only, which may read everything in it.\n',
);
