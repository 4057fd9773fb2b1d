import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { HostPorts } from '../services/ports.ts';
import type { PracticeProcess, SpawnPractice } from './practice-process.ts';

const READY_LIMIT_MS = 15_000;
const loopbackUrl = z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ });
const ReadySchema = z.object({ baseUrl: loopbackUrl, adminUrl: loopbackUrl });

/**
 * Starts the practice platforms and waits for the one JSON line they print when they listen: `{"baseUrl":"http://…","adminUrl":"http://…"}`.
 * Rejects when the process ends or says nothing; the caller turns that into the problem `training-failed`.
 */
export function createStartTraining(spawn: SpawnPractice, readyLimitMs = READY_LIMIT_MS): HostPorts['startTraining'] {
  return async ({ stateDir }) => {
    const practice = spawn(['--state', stateDir]);
    try {
      const ready = await readReadyLine(practice, readyLimitMs);
      return {
        ...ready,
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

async function readReadyLine(practice: PracticeProcess, readyLimitMs: number): Promise<z.infer<typeof ReadySchema>> {
  const lines = createInterface({ input: practice.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The practice platforms did not start in time')), readyLimitMs);
    lines.once('line', (text) => {
      clearTimeout(timer);
      resolve(text);
    });
    void practice.exited.then(() => {
      clearTimeout(timer);
      reject(new Error('The practice platforms ended before they were ready'));
    });
  });
  // Whatever it prints later is drained, so that the pipe never fills and stops it.
  practice.stdout.resume();
  const { baseUrl, adminUrl } = ReadySchema.parse(JSON.parse(line));
  return { baseUrl: baseUrl.replace(/\/$/, ''), adminUrl: adminUrl.replace(/\/$/, '') };
}
