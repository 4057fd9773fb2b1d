import type { z } from 'zod';
import type { Result } from '../kernel/result.ts';
import type { Problem } from './problem.ts';

/** Who may call a procedure; each role may do everything the one before it may. */
export const ROLES = ['packer', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a procedure asks for, least first. `anyone` also answers at a desk where nobody is signed in. */
export const ACCESS = ['anyone', ...ROLES] as const;
export type Access = (typeof ACCESS)[number];

/** Whether somebody who has `given` may do what asks for `needed`. */
export const allows = (given: Access, needed: Access): boolean => ACCESS.indexOf(given) >= ACCESS.indexOf(needed);

/** One callable thing: what it takes, what it gives, who may call it, and whether calling it twice is harmless. */
export type Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly kind: 'query' | 'command';
  readonly role: Access;
  /** Asks for more than `role` for some inputs; sees the input after it was checked. */
  readonly roleFor?: (input: unknown) => Access;
  readonly input: Input;
  readonly output: Output;
};

/** Declares a procedure without effect: it may be repeated. */
export const query = <Input extends z.ZodType, Output extends z.ZodType>(
  role: Access,
  input: Input,
  output: Output,
): Procedure<Input, Output> => ({ kind: 'query', role, input, output });

/** Declares a procedure with effect: it may not be repeated blindly. */
export const command = <Input extends z.ZodType, Output extends z.ZodType>(
  role: Access,
  input: Input,
  output: Output,
): Procedure<Input, Output> => ({ kind: 'command', role, input, output });

/** Asks for more than the declared role where the input says so. */
export const stricter = <Input extends z.ZodType, Output extends z.ZodType>(
  procedure: Procedure<Input, Output>,
  roleOf: (input: z.output<Input>) => Access,
): Procedure<Input, Output> => ({ ...procedure, roleFor: (input) => roleOf(input as z.output<Input>) });

export type ContractArea = { readonly [name: string]: Procedure };
export type Contract = { readonly [area: string]: ContractArea };

/** Who calls, as decided by the door the message came through, never by the message itself. */
export type CallContext = {
  readonly role: Access;
  /** The name that is written into the log; empty where nobody is signed in. */
  readonly operator: string;
  /** The window that calls, as its door tells windows apart; absent for callers that have none. */
  readonly session?: string;
};

/** Somebody's leave for one call, given with their own PIN at a packer's desk; checked in the backend. */
export type Override = {
  readonly operatorId: string;
  readonly pin: string;
  /** Why, as chosen from the reasons offered. */
  readonly reason: string;
  /** Why, in the approver's own words; may be empty. */
  readonly note: string;
};

/** The functions a backend must have for a contract; a missing one is a compile error. */
export type Handlers<Of extends Contract> = {
  readonly [Area in keyof Of]: {
    readonly [Name in keyof Of[Area]]: (
      input: z.output<Of[Area][Name]['input']>,
      context: CallContext,
    ) =>
      | Promise<Result<z.input<Of[Area][Name]['output']>, Problem>>
      | Result<z.input<Of[Area][Name]['output']>, Problem>;
  };
};

/** What a caller of a contract holds: `api.outbox.list({…})`. */
export type Client<Of extends Contract> = {
  readonly [Area in keyof Of]: {
    readonly [Name in keyof Of[Area]]: (
      input: z.input<Of[Area][Name]['input']>,
    ) => Promise<Result<z.output<Of[Area][Name]['output']>, Problem>>;
  };
};

/** A message as it crosses a transport. */
export type CallMessage = { readonly name: string; readonly input: unknown; readonly override?: Override };

/** The answer as it crosses a transport. */
export type CallEnvelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Problem };
