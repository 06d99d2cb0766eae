import { known, unknown, valueOf, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { elementsOf, readableText } from '../resource/lists.ts';
import { bool, byDefault, partsOn, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** A volume that comes with an instance. */
interface InstanceDisk {
  readonly address: string;
  readonly at: Location;
  readonly related: Part['related'];
  readonly encrypted: Fact<boolean>;
}

/** Where what instances are made from says what volumes they have. */
interface Source {
  readonly type: string;
  /** The way to blocks of volumes. */
  readonly mappings: readonly string[];
  /** The block within such a block that makes it a volume rather than the machine's own. */
  readonly ebs?: string;
  readonly encrypted: string;
  readonly snapshot: string;
  /** Of the root volume, which is there whether it is written or not. */
  readonly root?: { readonly block?: string; readonly image: string; readonly template?: string };
}

const ROOT = { block: 'root_block_device', image: 'ami', template: 'launch_template' };
const TERRAFORM = { mappings: ['ebs_block_device'], encrypted: 'encrypted', snapshot: 'snapshot_id' };
const CLOUDFORMATION = { ebs: 'Ebs', encrypted: 'Encrypted', snapshot: 'SnapshotId' };

const SOURCES: readonly Source[] = [
  { type: 'aws_instance', ...TERRAFORM, root: ROOT },
  { type: 'aws_spot_instance_request', ...TERRAFORM, root: ROOT },
  { type: 'aws_launch_configuration', ...TERRAFORM, root: { block: 'root_block_device', image: 'image_id' } },
  { type: 'aws_launch_template', ...TERRAFORM, mappings: ['block_device_mappings'], ebs: 'ebs' },
  {
    type: 'AWS::EC2::Instance',
    ...CLOUDFORMATION,
    mappings: ['BlockDeviceMappings'],
    root: { image: 'ImageId', template: 'LaunchTemplate' },
  },
  {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    ...CLOUDFORMATION,
    mappings: ['BlockDeviceMappings'],
    root: { image: 'ImageId' },
  },
  {
    type: 'AWS::EC2::LaunchTemplate',
    ...CLOUDFORMATION,
    mappings: ['LaunchTemplateData', 'BlockDeviceMappings'],
  },
];

/** Volumes of EC2 instances, and of what instances are launched from. */
export function instanceDisks(stack: Stack): readonly InstanceDisk[] {
  return SOURCES.flatMap((source) =>
    stack
      .of(source.type)
      .flatMap((resource) => [...roots(stack, resource, source), ...others(resource, source)]),
  );
}

function others(resource: Resource, source: Source): readonly InstanceDisk[] {
  const name = source.mappings.at(-1) ?? '';
  const mappings = partsOn(resource, source.mappings);
  return mappings.flatMap((mapping, index) => {
    // A list of unknown length: what cannot be seen is not judged.
    if (mapping.uncertain !== undefined || isSet(mapping, 'no_device') || isSet(mapping, 'NoDevice'))
      return [];
    const volumes = source.ebs === undefined ? [mapping] : mapping.parts(source.ebs);
    const address = `${resource.address}.${name}${mappings.length > 1 ? `[${index}]` : ''}`;
    return volumes.map((volume) => ({
      address,
      at: volume.at,
      related: volume.related,
      encrypted: ofVolume(volume, source),
    }));
  });
}

function ofVolume(volume: Part, { encrypted, snapshot }: Source): Fact<boolean> {
  return unlessCopied(volume, snapshot, bool(volume, encrypted) ?? byDefault(false, volume));
}

/** A volume made from a snapshot is encrypted when that is, whatever is said of the volume. */
export function unlessCopied(part: Part, snapshot: string, encrypted: Fact<boolean>): Fact<boolean> {
  if (valueOf(encrypted) !== false || !isSet(part, snapshot)) return encrypted;
  return unknown(`it is as the snapshot in ${snapshot} is`, part.get(snapshot)?.at ?? part.at, part.related);
}

function roots(stack: Stack, resource: Resource, source: Source): readonly InstanceDisk[] {
  const { root } = source;
  if (!root) return [];
  const address = `${resource.address}.${root.block ?? 'root'}`;
  const [block] = root.block === undefined ? [] : resource.parts(root.block);
  if (block?.uncertain !== undefined) return [];
  // Which mapping is the root volume's depends on the image.
  const covered = root.block === undefined && isSet(resource, source.mappings.at(-1) ?? '');
  if (!block && (covered || (root.template !== undefined && isSet(resource, root.template)))) return [];
  const place = block ?? resource;
  const own = block ? ofVolume(block, source) : unsaid(resource);
  const encrypted = valueOf(own) === true ? own : ofImage(stack, resource, root.image, own);
  return [{ address, at: place.at, related: place.related, encrypted }];
}

/** Nothing is said of the root volume: many accounts let the region encrypt what says nothing. */
function unsaid({ at, related, uncertain }: Resource): Fact<boolean> {
  const reason = "no root volume is written here, so that the image and the region's default decide";
  return unknown(uncertain ?? reason, at, related);
}

/** A root volume is encrypted when its image is. Images that others publish never are. */
function ofImage(
  stack: Stack,
  resource: Resource,
  attribute: string,
  otherwise: Fact<boolean>,
): Fact<boolean> {
  const image = stack.target(resource.get(attribute));
  if (!image) return otherwise;
  const copied = image.type === 'aws_ami_copy' ? bool(image, 'encrypted') : undefined;
  if (copied && valueOf(copied) === true) return known(true, copied.at, copied.related);
  const owners = image.type === 'data.aws_ami' ? image.get('owners') : undefined;
  const own =
    image.type !== 'data.aws_ami' ||
    (owners !== undefined && elementsOf(owners).some((owner) => readableText(owner) === 'self'));
  return own ? unknown(`it is as the image ${image.address} is`, otherwise.at, otherwise.related) : otherwise;
}
