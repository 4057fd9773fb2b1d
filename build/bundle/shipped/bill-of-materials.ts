import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { ShippedPackage } from './shipped-package.ts';

type Product = { readonly name: string; readonly version: string; readonly license: string };

/** CycloneDX 1.6 as JSON: the product and, sorted, every package that is in it with its version and licence. */
export function billOfMaterials(product: Product, shipped: readonly ShippedPackage[]): string {
  const bom = new Models.Bom();
  bom.metadata.component = component(Enums.ComponentType.Application, { ...product, licence: product.license });
  for (const each of shipped) {
    const part = component(Enums.ComponentType.Library, each);
    bom.metadata.component.dependencies.add(part.bomRef);
    bom.components.add(part);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return serializer.serialize(bom, { sortLists: true, space: 2 });
}

type Named = { readonly name: string; readonly version: string; readonly licence: string };

function component(type: Enums.ComponentType, { name, version, licence }: Named): Models.Component {
  const [, group, bare = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const part = new Models.Component(type, bare, { version, purl, bomRef: purl, ...(group ? { group } : {}) });
  if (/\s/.test(licence)) part.licenses.add(new Models.LicenseExpression(licence));
  else if (licence !== '') part.licenses.add(new Models.SpdxLicense(licence));
  return part;
}
