-- Names after Open Referral HSDS 3.
create table territory (
  code   text primary key,
  name   text not null,
  level  text not null,
  parent text references territory,
  zone   text not null
);

create table term (
  axis    text not null,
  code    text not null,
  name_ru text not null,
  name_en text not null,
  primary key (axis, code)
);

create table organization (
  id          text primary key,
  name        text not null,
  description text,
  website     text
);

create table service (
  id                   text primary key,
  organization_id      text not null references organization,
  name                 text not null,
  status               text not null,
  respond_within_hours int not null check (respond_within_hours > 0),
  needs                text[] not null,
  service_areas        text[] not null,
  target_groups        text[] not null
);

-- One row. Locked by an import, so that imports follow one another; raised by each that changed something, so that
-- every instance sees that its copy is old.
create table directory_version (
  only_row boolean primary key default true check (only_row),
  version  bigint not null
);
insert into directory_version (version) values (0);
