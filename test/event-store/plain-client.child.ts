import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/* Appends one event with the client as it comes, and tells what would have ended the process. */

process.on('uncaughtException', (error) => {
  console.log(`nobody caught ${error.name}`);
  process.exit(0);
});
const [address = ''] = process.argv.slice(2);
const client = EventStoreDBClient.connectionString(address);
await client.appendToStream('invoice-1', jsonEvent({ type: 'InvoiceSent', data: {} }));
await new Promise((resolve) => setTimeout(resolve, 5_000));
process.exit(1);
