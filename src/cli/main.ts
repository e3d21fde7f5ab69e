import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/config.js';
import type { AccountOptions } from './account.js';
import { WrongUsage } from './wrong-usage.js';

/** Exit codes of every command: well, refused or found wrong, wrong usage. */
const WELL = 0;
const REFUSED = 1;
const USAGE = 2;

/** Whatever a command writes holds personal data: other users of the machine do not read along. */
const ONLY_THE_OWNER = 0o077;

/** Adds the commands; each file is loaded only when its command is asked for, so that a start stays quick. */
function program(): Command {
  const doorlopend = new Command('doorlopend')
    .description('Doorlopend: jobcoaching als één lijn van feiten, over werkgevers heen.')
    .helpOption('-h, --help', 'toon deze uitleg')
    .helpCommand(false)
    .exitOverride();
  doorlopend
    .command('serve')
    .description('start de dienst (HOST, PORT en DOORLOPEND_DATA bepalen waar)')
    .action(async () => (await import('./serve.js')).serve());
  doorlopend
    .command('import')
    .description('neem de dossiers en de uren over uit twee spreadsheets')
    .argument('<dossiers>', 'het bestand met dossiers (CSV)')
    .argument('<uren>', 'het bestand met uren (CSV)')
    .option('--refused <bestand>', 'waar de geweigerde rijen komen te staan')
    .option('--json', 'druk als laatste regel de telling af als JSON')
    .action(async (dossiers: string, sessions: string, options: { refused?: string; json?: boolean }) =>
      (await import('./import.js')).importFiles({ dossiers, sessions, ...options }),
    );
  doorlopend
    .command('token')
    .description('druk een toegangstoken af, getekend met de eigen sleutel van de dienst')
    .requiredOption(
      '--role <rol>',
      'administrator, coach, coordinator, case-director, auditor, candidate of employer',
    )
    .option('--organisation <id>', 'de jobcoachorganisatie')
    .option('--funder <id>', 'de opdrachtgever')
    .option('--coach <id>', 'de jobcoach')
    .option('--candidate <id>', 'de kandidaat')
    .option('--employer <id>', 'de werkgever')
    .option('--name <tekst>', 'een naam, alleen om te tonen')
    .option('--json', 'druk het token af als JSON')
    .action(async (options: Readonly<Record<string, string | boolean>>) =>
      (await import('./token.js')).printToken(options),
    );
  addAccountCommands(doorlopend);
  doorlopend
    .command('rotate-signing-key')
    .description('teken tokens voortaan met een andere sleutel, ook terwijl de dienst draait')
    .option('--announce', 'maak de volgende sleutel alleen nog bekend')
    .option('--revoke', 'na een lek: laat geen enkele oude sleutel geldig')
    .option('--json', 'druk de namen van de sleutels af als JSON')
    .action(async (options: { announce?: boolean; revoke?: boolean; json?: boolean }) =>
      (await import('./rotate-signing-key.js')).rotate(options),
    );
  doorlopend
    .command('rebuild')
    .description('bouw leesmodellen opnieuw op uit de gebeurtenissen, naast de bestaande')
    .argument('[namen...]', 'welke leesmodellen (standaard allemaal)')
    .option('--json', 'druk de uitkomst af als JSON')
    .action(async (names: string[], options: { json?: boolean }) =>
      (await import('./rebuild.js')).rebuild(names, options),
    );
  doorlopend
    .command('limits')
    .description('toon per kandidaat de maximale duur en of de jobcoach bleef bij een nieuwe baan')
    .option('--on <datum>', 'op deze dag (JJJJ-MM-DD; standaard vandaag)')
    .option('--reference <nummer>', 'alleen de kandidaat met dit nummer')
    .option('--json', 'druk de antwoorden af als JSON')
    .action(async (options: { on?: string; reference?: string; json?: boolean }) =>
      (await import('./limits.js')).printLimits(options),
    );
  doorlopend
    .command('export')
    .description('schrijf alle gebeurtenissen naar een bestand, ook terwijl de dienst draait')
    .argument('<bestand>', 'een bestand dat er nog niet is, of - voor de standaarduitvoer')
    .option('--with-keys', 'neem de ingepakte sleutels van personen mee')
    .option('--json', 'druk als laatste regel de telling af als JSON')
    .action(async (file: string, options: { withKeys?: boolean; json?: boolean }) =>
      (await import('./export.js')).exportEvents(file, options),
    );
  doorlopend
    .command('export-readings')
    .description(
      'schrijf wie welk dossier inzag naar een bestand, als logregels van Logboek Dataverwerkingen (JSON Lines)',
    )
    .argument('<bestand>', 'een bestand dat er nog niet is, of - voor de standaarduitvoer')
    .option('--from <datum>', 'vanaf deze dag (JJJJ-MM-DD)')
    .option('--until <datum>', 'tot en met deze dag (JJJJ-MM-DD)')
    .option('--json', 'druk als laatste regel de telling af als JSON')
    .action(async (file: string, options: { from?: string; until?: string; json?: boolean }) =>
      (await import('./export-readings.js')).exportReadings(file, options),
    );
  doorlopend
    .command('import-events')
    .description('neem de gebeurtenissen van een export over in dit logboek en controleer ze')
    .argument('<bestand>', 'wat doorlopend export schreef')
    .option('--json', 'druk als laatste regel de telling af als JSON')
    .action(async (file: string, options: { json?: boolean }) =>
      (await import('./import-events.js')).importExport(file, options),
    );
  doorlopend
    .command('backup')
    .description('maak een backup in een lege map, ook terwijl de dienst draait')
    .argument('<map>', 'een map die leeg is of nog niet bestaat')
    .option('--with-secrets', 'neem ook de hoofdsleutel en de tekensleutel op')
    .option('--json', 'druk als laatste regel af wat erin zit, als JSON')
    .action(async (folder: string, options: { withSecrets?: boolean; json?: boolean }) =>
      (await import('./backup.js')).backup(folder, options),
    );
  doorlopend
    .command('restore')
    .description(
      'zet een backup terug in een lege map (DOORLOPEND_DATA) of lege databases, en controleer het logboek',
    )
    .argument('<map>', 'wat doorlopend backup maakte')
    .option('--erased <bestand>', 'wie later is gewist (van doorlopend erasures): die komt niet terug')
    .option('--json', 'druk als laatste regel de uitkomst af als JSON')
    .action(async (folder: string, options: { json?: boolean; erased?: string }) =>
      (await import('./restore.js')).restoreBackup(folder, options),
    );
  doorlopend
    .command('erasures')
    .description('schrijf op wie is gewist, alleen met nummers, om een oudere backup mee terug te zetten')
    .argument('<bestand>', 'een bestand dat er nog niet is')
    .option('--json', 'druk als laatste regel de telling af als JSON')
    .action(async (file: string, options: { json?: boolean }) =>
      (await import('./erasures.js')).writeErasures(file, options),
    );
  doorlopend
    .command('rotate-master-key')
    .description('vervang de hoofdsleutel en pak alle sleutels opnieuw in; de dienst moet stilstaan')
    .option('--json', 'druk als laatste regel de uitkomst af als JSON')
    .action(async (options: { json?: boolean }) =>
      (await import('./rotate-master-key.js')).rotateMaster(options),
    );
  doorlopend
    .command('rotate-keys')
    .description('geef iemand nieuwe sleutels; wat er al stond, blijft leesbaar')
    .argument('<wie>', 'candidate/NUMMER, coach/NUMMER, employer/NUMMER of organisation/NUMMER')
    .option('--json', 'druk als laatste regel de uitkomst af als JSON')
    .action(async (person: string, options: { json?: boolean }) =>
      (await import('./rotate-keys.js')).rotateKeys(person, options),
    );
  doorlopend
    .command('bench')
    .description('meet de dienst en het opbouwen van leesmodellen als verhoudingen (alleen in de broncode)')
    .option('--quick', 'meet heel kort: om te zien of de benchmark werkt')
    .option('--out <bestand>', 'waar alle uitkomsten komen te staan (standaard bench-results.json)')
    .action(async (options: { quick?: boolean; out?: string }) =>
      (await import('./bench.js')).bench(options),
    );
  return doorlopend;
}

/** What the operator of the machine can do to accounts when nobody can sign in to do it. */
function addAccountCommands(doorlopend: Command): void {
  const account = doorlopend
    .command('account')
    .description('help iemand aan een manier van aanmelden, of sluit een account')
    .helpCommand(false);
  const named = (name: string, description: string) =>
    account
      .command(name)
      .description(description)
      .option('--id <id>', 'het nummer van het account')
      .option('--email <adres>', 'het e-mailadres van het account')
      .option('--json', 'druk de uitkomst af als JSON');
  named('link', 'druk een link af waarmee iemand instelt hoe die zich aanmeldt (24 uur, één keer)')
    .option('--administrator', 'voor een nieuwe beheerder, als niemand er meer in kan')
    .action(async (options: AccountOptions) => (await import('./account.js')).printAccountLink(options));
  named('disable', 'sluit een account en beëindig zijn sessies').action(async (options: AccountOptions) =>
    (await import('./account.js')).closeAccount(options, true),
  );
  named('enable', 'open een afgesloten account weer').action(async (options: AccountOptions) =>
    (await import('./account.js')).closeAccount(options, false),
  );
}

/** Runs one command line (without the program's own name) and gives its exit code. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  process.umask(ONLY_THE_OWNER);
  try {
    await program().parseAsync(argv, { from: 'user' });
    return WELL;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? WELL : USAGE;
    if (error instanceof WrongUsage || error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return USAGE;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return REFUSED;
  }
}
