import { MasterKey } from '../../src/privacy/master-key.js';

/* Reads or makes the master key in the file that is named, and says which it is. */
console.log(MasterKey.inFile(process.argv[2] ?? '').fingerprint);
