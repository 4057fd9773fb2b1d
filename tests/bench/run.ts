import { cpus } from 'node:os';
import { deskBench } from './desk-bench.ts';
import { enqueueBench } from './enqueue-bench.ts';
import { exportBench } from './export-bench.ts';
import type { Figure } from './measure.ts';

/** Runs every bench and prints a table; exits 1 only when a bench could not run. */
const print = (title: string, figures: readonly Figure[]): void => {
  console.log(`\n${title}`);
  for (const { name, value, note } of figures) console.log(`  ${name.padEnd(40)} ${value.padEnd(44)} ${note}`);
};

console.log(`${process.platform} ${process.arch}, ${cpus().length} cores, Node ${process.versions.node}`);
print('Durable enqueue', enqueueBench());
print('Export', await exportBench());
print('At the bench', await deskBench());
