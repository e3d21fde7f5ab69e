import { writeFileSync } from 'node:fs';

/*
 * Loaded into a server before its own program (`--import`): answers every message of the process that started it, `cpu`
 * with the CPU time that this one has used so far in microseconds, `memory` with what it holds in bytes. It does not keep
 * the server running, and has it end when the process that started it is gone. A process that ends by itself leaves its
 * CPU time in the file that CPU_METER_FILE names.
 */
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  process.send?.(asked === 'memory' ? process.memoryUsage.rss() : user + system);
});
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  if (process.env.CPU_METER_FILE) writeFileSync(process.env.CPU_METER_FILE, String(user + system));
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
