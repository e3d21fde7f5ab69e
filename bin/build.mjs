import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlive, withLock } from './lock.mjs';
import { ROOT } from './pinned-node.mjs';

/*
 * A build is a folder `build-<hash of the sources>`; `build` is a link to the present one. A service runs from the
 * folder itself and not through the link, so that a later build never changes the modules that it has yet to load.
 */

const SOURCES = ['domain', 'projections', 'src'];
const COMPILER = ['.swcrc', join('bin', 'build.mjs')];
const CODE = /(?<!\.d)\.tsx?$/;

/** The sources cannot be built; `message` is a Dutch sentence with the compiler's own words. */
export class BuildFailed extends Error {}

/**
 * A folder with a build of the present sources under `root`: the one that is there, or a new one. Several processes
 * that ask at once make one build. A build that a running process was started from is not removed.
 *
 * @param {string} root the package's folder
 * @returns {Promise<string>} the build's own folder
 * @throws {BuildFailed}
 */
export async function ensureBuilt(root) {
  const folder = await newestBuild(root);
  await markInUse(folder);
  return folder;
}

/** @param {string} root */
async function newestBuild(root) {
  const folder = join(root, `build-${sourceHash(root)}`);
  const link = join(root, 'build');
  if (existsSync(folder) && pointsTo(link, folder)) return folder;
  return withLock(join(root, 'build.lock'), async () => {
    if (!existsSync(folder)) await buildWhole(root, folder);
    if (!pointsTo(link, folder)) await point(link, folder);
    await removeUnused(root, folder);
    return folder;
  }).catch((error) => {
    if (!isReadOnly(error)) throw error;
    throw new BuildFailed(
      `Doorlopend moet eerst worden gebouwd, maar mag niet schrijven in ${root}. Voer daar als eigenaar uit: npm run build`,
    );
  });
}

/**
 * Translates every source under `root` into `folder`, with source maps, and copies what is no code (.sql, .css, .svg).
 *
 * @param {string} folder where the build goes
 * @param {string} root the package's folder
 * @throws {BuildFailed}
 */
export async function build(folder, root = ROOT) {
  const { transform } = await import('@swc/core');
  const options = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  delete options.$schema;
  const files = sourceFiles(root);
  await Promise.all(
    [...new Set(files.map(dirname))].map((part) => mkdir(join(folder, part), { recursive: true })),
  );
  await Promise.all(
    files.map(async (file) => {
      const target = join(folder, file);
      if (!CODE.test(file)) return copyFile(join(root, file), target);
      const code = await readFile(join(root, file), 'utf8');
      const output = target.replace(CODE, '.js');
      const parser = { ...options.jsc.parser, tsx: file.endsWith('.tsx') };
      const result = await transform(code, {
        ...options,
        jsc: { ...options.jsc, parser },
        swcrc: false,
        filename: join(root, file),
        sourceFileName: relative(dirname(output), join(root, file)),
      }).catch((error) => {
        throw new BuildFailed(`Doorlopend kan niet worden gebouwd: ${file}\n${error.message}`);
      });
      await writeFile(`${output}.map`, result.map ?? '');
      await writeFile(output, `${result.code}//# sourceMappingURL=${basename(output)}.map\n`);
    }),
  );
}

/** Builds beside the target and moves the whole into place, so that half a build is never found. */
async function buildWhole(root, folder) {
  const unfinished = join(root, `build-unfinished-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  try {
    await build(unfinished, root);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Hashes what is in the sources, not when they were written: a checkout or an image layer changes only the latter. */
function sourceHash(root) {
  const hash = createHash('sha256');
  for (const file of [...COMPILER, ...sourceFiles(root)]) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Paths relative to `root`, in a fixed order, types and tests left out. */
function sourceFiles(root) {
  return SOURCES.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort(),
  );
}

function pointsTo(link, folder) {
  try {
    return realpathSync(link) === realpathSync(folder);
  } catch {
    return false;
  }
}

/** Turns the link over in one step. A folder of that name, as another tool would leave, makes room. */
async function point(link, folder) {
  const turned = `${link}-link-${process.pid}`;
  await rm(turned, { force: true });
  await symlink(process.platform === 'win32' ? folder : basename(folder), turned, 'junction');
  try {
    await rename(turned, link);
  } catch (error) {
    if (error.code !== 'EISDIR' && error.code !== 'ENOTEMPTY' && error.code !== 'EPERM') throw error;
    await rm(link, { recursive: true, force: true });
    await rename(turned, link);
  }
}

const USED_BY = '.used-by-';

/** A mark that a killed process leaves behind harms nothing: its process number is dead. */
async function markInUse(folder) {
  const mark = join(folder, `${USED_BY}${process.pid}`);
  try {
    await writeFile(mark, '');
    process.once('exit', () => rmSync(mark, { force: true }));
  } catch (error) {
    if (!isReadOnly(error)) throw error;
  }
}

function isReadOnly(error) {
  return error.code === 'EROFS' || error.code === 'EACCES';
}

/** Removes earlier builds that no living process was started from, and unfinished ones. */
async function removeUnused(root, present) {
  for (const name of await readdir(root)) {
    const folder = join(root, name);
    if (!/^build-([0-9a-f]{16}|unfinished-\d+)$/.test(name) || folder === present) continue;
    if ((await usersOf(folder)).some(isAlive)) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

async function usersOf(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(USED_BY)).map((name) => Number(name.slice(USED_BY.length)));
}

if (process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url) {
  const { onPinnedNode } = await import('./pinned-node.mjs');
  if (onPinnedNode(process.argv[1], process.argv.slice(2)))
    process.stdout.write(`${await newestBuild(ROOT)}\n`);
}
