provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "kept" {
  for_each      = toset(["a", "b"])
  ami           = "ami-2"
  instance_type = "m5.large"
}

resource "aws_ebs_volume" "new" {
  availability_zone = "eu-west-1a"
  size              = 100
  snapshot_id       = aws_ebs_snapshot.source.id
}

resource "aws_ebs_snapshot" "source" {
  volume_id = "vol-1"
}

resource "aws_db_instance" "secret" {
  instance_class = "db.t4g.medium"
  password       = "hunter2"
}

resource "aws_sqs_queue" "not_planned" {
  name = "later"
}
