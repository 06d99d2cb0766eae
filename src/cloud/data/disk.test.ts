import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const disks = (text: string): Promise<string> => terraformSubjects(text, 'disk', 'file-system');

test('a volume is encrypted when it says so, and as its snapshot is when it is made from one', async () => {
  const text = `
variable "snapshot" {}
resource "aws_ebs_volume" "bare" {}
resource "aws_ebs_volume" "full" { encrypted = true }
resource "aws_ebs_volume" "copy" { snapshot_id = "snap-1" }
resource "aws_ebs_volume" "copy_or_not" { snapshot_id = var.snapshot }
resource "aws_ebs_volume" "no_copy" { snapshot_id = "" }
`;
  expect(await disks(text)).toMatchInlineSnapshot(`
    "disk :aws_ebs_volume.bare "aws_ebs_volume.bare" @3:1
      provider: "aws"
      encrypted: false @3:1 (encrypted is not set here @3:1)
      machineEncrypted: null @3:1

    disk :aws_ebs_volume.full "aws_ebs_volume.full" @4:1
      provider: "aws"
      encrypted: true @4:48
      machineEncrypted: null @4:1

    disk :aws_ebs_volume.copy "aws_ebs_volume.copy" @5:1
      provider: "aws"
      encrypted: unknown because it is as the snapshot in snapshot_id is @5:50
      machineEncrypted: null @5:1

    disk :aws_ebs_volume.copy_or_not "aws_ebs_volume.copy_or_not" @6:1
      provider: "aws"
      encrypted: unknown because it is as the snapshot in snapshot_id is @2:1
      machineEncrypted: null @6:1

    disk :aws_ebs_volume.no_copy "aws_ebs_volume.no_copy" @7:1
      provider: "aws"
      encrypted: false @7:1 (encrypted is not set here @7:1)
      machineEncrypted: null @7:1"
  `);
});

test('a default of the region encrypts all volumes of EC2, and is a subject itself', async () => {
  const text = `
resource "aws_ebs_encryption_by_default" "on" {}
resource "aws_ebs_volume" "bare" {}
resource "aws_instance" "web" { ami = "ami-1" }
resource "aws_workspaces_workspace" "desk" { user_volume_encryption_enabled = true }
`;
  expect(await disks(text)).toMatchInlineSnapshot(`
    "disk :aws_ebs_volume.bare "aws_ebs_volume.bare" @3:1
      provider: "aws"
      encrypted: true @2:1
      machineEncrypted: null @3:1

    disk :aws_ebs_encryption_by_default.on "aws_ebs_encryption_by_default.on" @2:1
      provider: "aws"
      encrypted: true @2:1 (enabled is not set here @2:1)
      machineEncrypted: null @2:1

    disk :aws_workspaces_workspace.desk "aws_workspaces_workspace.desk" @5:1
      provider: "aws"
      encrypted: false @5:1 (root_volume_encryption_enabled is not set here @5:1)
      machineEncrypted: null @5:1

    disk :aws_instance.web.root_block_device "aws_instance.web.root_block_device" @4:1
      provider: "aws"
      encrypted: true @2:1
      machineEncrypted: null @4:1"
  `);
});

test('an instance has the root volume of its image, and the volumes that it is given', async () => {
  const text = `
data "aws_ami" "own" { owners = ["self"] }
data "aws_ami" "ubuntu" { owners = ["099720109477"] }
resource "aws_ami_copy" "sealed" { encrypted = true }
resource "aws_instance" "bare" { ami = data.aws_ami.ubuntu.id }
resource "aws_instance" "own" { ami = data.aws_ami.own.id }
resource "aws_instance" "sealed" {
  ami = aws_ami_copy.sealed.id
  root_block_device { volume_size = 20 }
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
  ebs_block_device { device_name = "/dev/sdg" }
  ebs_block_device {
    device_name = "/dev/sdh"
    snapshot_id = "snap-1"
  }
}
resource "aws_instance" "templated" {
  launch_template { id = aws_launch_template.web.id }
}
resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/sda1"
    ebs { encrypted = "true" }
  }
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs { volume_size = 100 }
  }
  block_device_mappings {
    device_name  = "/dev/sdg"
    virtual_name = "ephemeral0"
  }
}
resource "aws_launch_configuration" "old" {
  image_id = "ami-1"
  root_block_device { encrypted = true }
}
`;
  expect(await disks(text)).toMatchInlineSnapshot(`
    "disk :aws_instance.bare.root_block_device "aws_instance.bare.root_block_device" @5:1
      provider: "aws"
      encrypted: unknown because no root volume is written here, so that the image and the region's default decide @5:1
      machineEncrypted: null @5:1

    disk :aws_instance.own.root_block_device "aws_instance.own.root_block_device" @6:1
      provider: "aws"
      encrypted: unknown because it is as the image data.aws_ami.own is @6:1
      machineEncrypted: null @6:1

    disk :aws_instance.sealed.root_block_device "aws_instance.sealed.root_block_device" @9:3
      provider: "aws"
      encrypted: true @4:48
      machineEncrypted: null @9:3

    disk :aws_instance.sealed.ebs_block_device[0] "aws_instance.sealed.ebs_block_device[0]" @10:3
      provider: "aws"
      encrypted: true @12:19
      machineEncrypted: null @10:3

    disk :aws_instance.sealed.ebs_block_device[1] "aws_instance.sealed.ebs_block_device[1]" @14:3
      provider: "aws"
      encrypted: false @14:3
      machineEncrypted: null @14:3

    disk :aws_instance.sealed.ebs_block_device[2] "aws_instance.sealed.ebs_block_device[2]" @15:3
      provider: "aws"
      encrypted: unknown because it is as the snapshot in snapshot_id is @17:19
      machineEncrypted: null @15:3

    disk :aws_launch_configuration.old.root_block_device "aws_launch_configuration.old.root_block_device" @39:3
      provider: "aws"
      encrypted: true @39:35
      machineEncrypted: null @39:3

    disk :aws_launch_template.web.block_device_mappings[0] "aws_launch_template.web.block_device_mappings[0]" @26:5
      provider: "aws"
      encrypted: true @26:23
      machineEncrypted: null @26:5

    disk :aws_launch_template.web.block_device_mappings[1] "aws_launch_template.web.block_device_mappings[1]" @30:5
      provider: "aws"
      encrypted: false @30:5
      machineEncrypted: null @30:5"
  `);
});

test('Azure and Google encrypt by themselves, and EFS does not', async () => {
  const text = `
resource "azurerm_managed_disk" "plain" {}
resource "azurerm_managed_disk" "off" {
  encryption_settings { enabled = false }
}
resource "azurerm_linux_virtual_machine_scale_set" "host" { encryption_at_host_enabled = false }
resource "azurerm_windows_virtual_machine" "silent" {}
resource "google_compute_disk" "plain" {}
resource "aws_efs_file_system" "plain" {}
resource "aws_fsx_windows_file_system" "plain" {}
resource "aws_ecs_task_definition" "web" {
  volume {
    name = "uploads"
    efs_volume_configuration { file_system_id = aws_efs_file_system.plain.id }
  }
}
`;
  expect(await disks(text)).toMatchInlineSnapshot(`
    "disk :azurerm_managed_disk.plain "azurerm_managed_disk.plain" @2:1
      provider: "azure"
      encrypted: true @2:1
      machineEncrypted: null @2:1

    disk :azurerm_managed_disk.off "azurerm_managed_disk.off" @3:1
      provider: "azure"
      encrypted: true @3:1
      machineEncrypted: false @4:35

    disk :azurerm_windows_virtual_machine.silent "azurerm_windows_virtual_machine.silent" @7:1
      provider: "azure"
      encrypted: true @7:1
      machineEncrypted: false @7:1 (encryption_at_host_enabled is not set here @7:1)

    disk :azurerm_linux_virtual_machine_scale_set.host "azurerm_linux_virtual_machine_scale_set.host" @6:1
      provider: "azure"
      encrypted: true @6:1
      machineEncrypted: false @6:90

    disk :google_compute_disk.plain "google_compute_disk.plain" @8:1
      provider: "gcp"
      encrypted: true @8:1
      machineEncrypted: null @8:1

    file-system :aws_efs_file_system.plain "aws_efs_file_system.plain" @9:1
      provider: "aws"
      encrypted: false @9:1 (encrypted is not set here @9:1)
      encryptedInTransit: null @9:1

    file-system :aws_fsx_windows_file_system.plain "aws_fsx_windows_file_system.plain" @10:1
      provider: "aws"
      encrypted: true @10:1
      encryptedInTransit: null @10:1

    file-system :aws_ecs_task_definition.web.volume "aws_ecs_task_definition.web.volume" @14:5
      provider: "aws"
      encrypted: null @14:5
      encryptedInTransit: false @14:5 (transit_encryption is not set here @14:5)"
  `);
});
