type Policies = {
  readonly createPolicy: (name: 'default', rules: { readonly createHTML: (text: string) => string | null }) => unknown;
};

/**
 * The page's one Trusted Types policy: text that holds no tag may stand where markup could. The theme's style elements are
 * such text; anything with a `<` is refused by the browser, and so is every script. Without Trusted Types (a test's DOM)
 * there is nothing to allow.
 */
export function trustStylesOnly(page: object = globalThis): void {
  const policies: unknown = Reflect.get(page, 'trustedTypes');
  if (!isPolicies(policies)) return;
  policies.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}

const isPolicies = (value: unknown): value is Policies =>
  typeof value === 'object' && value !== null && 'createPolicy' in value;
