/** The floor: node:http and the driver, the statement written by hand, no GraphQL. */

import { createServer } from 'node:http';
import { announce, openDriver, read } from './connect.mjs';
import { STATEMENTS } from './statements.mjs';

const driver = openDriver();

announce(
  createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
        const [row] = await read(driver, STATEMENTS[query], variables);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: { value: row.value } }));
      } catch (error) {
        response.statusCode = 500;
        response.end(String(error));
      }
    });
  }),
);
