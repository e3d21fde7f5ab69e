import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

/*
 * node test/architecture/check-layers.mjs [folder…]: checks the rules of .dependency-cruiser.cjs over the product, or
 * over the folders given. Exits with 1 when one is broken, and when nothing was looked at.
 */

const PRODUCT = ['domain', 'projections', 'src'];

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const folders = process.argv.length > 2 ? process.argv.slice(2) : PRODUCT;
const present = folders.filter((folder) => existsSync(folder));
const result = await cruise(present, { ...options, ruleSet: { forbidden }, validate: true });
const { totalCruised, totalDependenciesCruised, violations } = result.output.summary;

for (const { rule, from, to } of violations) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
process.stdout.write(
  `${violations.length} violations in ${totalCruised} modules, ${totalDependenciesCruised} dependencies\n`,
);
process.exitCode = violations.length > 0 || totalCruised === 0 ? 1 : 0;
