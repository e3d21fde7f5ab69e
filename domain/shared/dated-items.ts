export { itemById } from './items-by-id.js';
