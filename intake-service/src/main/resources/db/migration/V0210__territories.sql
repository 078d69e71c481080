-- Where territories are, as an administrator imports it: polygons, houses and streets, and other names (decision 0083).
-- Intake's own data: no other service asks where an address is.

-- In degrees, as well-known binary.
create table territory_boundary (
  territory text primary key references territory,
  polygon   bytea not null
);

-- A street, or some of its houses; with a point where that is known.
create table street_segment (
  territory  text not null references territory,
  street     text not null,
  house_from integer,
  house_to   integer,
  side       text not null check (side in ('odd', 'even', 'both')),
  weight     double precision not null check (weight > 0),
  lat        double precision,
  lon        double precision
);
create index street_segment_by_territory on street_segment (territory);

-- What people call a territory besides its name.
create table territory_name (
  name      text primary key,
  territory text not null references territory
);

-- Counts the imports: instances reload when it changes.
create table territory_data (
  version bigint not null
);
insert into territory_data (version) values (0);

-- A channel's request without a territory gets it from these.
grant select on territory_boundary, street_segment, territory_name, territory_data to ${own_role};
