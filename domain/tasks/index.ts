export { type AwaitedContact, awaitedContacts, contactTask } from './awaited-contact.js';
export {
  TASK_KINDS,
  TASK_ROLES,
  type Task,
  type TaskKind,
  type TaskRole,
  type TaskStatus,
  taskStatus,
} from './task.js';
export type { TaskFile } from './task-file.js';
export { taskSpans, tasksOn } from './task-spans.js';
