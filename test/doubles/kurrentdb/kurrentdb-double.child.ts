import { fileLog } from './file-log.js';
import { KurrentDbDouble } from './kurrentdb-double.js';

/*
 * A double in a process of its own, on a file and a port (0: any). Prints its port. Where it is told after how many
 * appends, it is killed between the commit and the acknowledgement of the next one. The last argument is the most bytes
 * that it takes in one append.
 */

const [file = '', port = '0', appendsBeforeDeath = '', most] = process.argv.slice(2);
const log = fileLog(file, most === undefined ? undefined : Number(most));
const double = await KurrentDbDouble.start({ log, port: Number(port) });
if (appendsBeforeDeath !== '') {
  double.faults.next('append', { kind: 'delay', ms: 0 }, Number(appendsBeforeDeath));
  double.faults.next('append', { kind: 'death' });
}
console.log(double.endpoint.port);
