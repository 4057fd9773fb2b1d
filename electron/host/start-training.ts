import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { HostPorts } from '../services/ports.ts';
import type { PracticeProcess, SpawnPractice } from './practice-process.ts';

const READY_LIMIT_MS = 15_000;
const ReadySchema = z.object({ baseUrl: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }) });

/**
 * Starts the practice platforms and waits for the one JSON line they print when they listen: `{"baseUrl":"http://…"}`.
 * Rejects when the process ends or says nothing; the caller turns that into the problem `training-failed`.
 */
export function createStartTraining(spawn: SpawnPractice, readyLimitMs = READY_LIMIT_MS): HostPorts['startTraining'] {
  return async ({ stateDir }) => {
    const practice = spawn(['--state', stateDir]);
    try {
      const baseUrl = await readBaseUrl(practice, readyLimitMs);
      return {
        baseUrl,
        stop: async () => {
          practice.kill();
          await practice.exited;
        },
      };
    } catch (error) {
      practice.kill();
      throw error;
    }
  };
}

async function readBaseUrl(practice: PracticeProcess, readyLimitMs: number): Promise<string> {
  const lines = createInterface({ input: practice.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The practice platforms did not start in time')), readyLimitMs);
    lines.once('line', resolve);
    void practice.exited.then(() => reject(new Error('The practice platforms ended before they were ready')));
    lines.once('line', () => clearTimeout(timer));
    lines.once('close', () => clearTimeout(timer));
  });
  // Whatever it prints later is drained, so that the pipe never fills and stops it.
  practice.stdout.resume();
  return ReadySchema.parse(JSON.parse(line)).baseUrl.replace(/\/$/, '');
}
