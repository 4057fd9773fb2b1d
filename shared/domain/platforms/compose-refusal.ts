import type { ComposeRule } from '../compose-rule.ts';

/** A package that must not be saved: the rule it breaks, and what exactly (a title, an article number) without words. */
export type ComposeRefusal = { readonly rule: ComposeRule; readonly detail: string };
