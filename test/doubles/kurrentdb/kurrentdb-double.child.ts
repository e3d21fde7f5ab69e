import { fileLog } from './file-log.js';
import { KurrentDbDouble } from './kurrentdb-double.js';

/*
 * A double in a process of its own, on a file and a port (0: any). Prints its port. It is killed between the commit and
 * the acknowledgement of the append after so many others.
 */

const [file = '', port = '0', appendsBeforeDeath = '0'] = process.argv.slice(2);
const double = await KurrentDbDouble.start({ log: fileLog(file), port: Number(port) });
double.faults.next('append', { kind: 'delay', ms: 0 }, Number(appendsBeforeDeath));
double.faults.next('append', { kind: 'death' });
console.log(double.endpoint.port);
