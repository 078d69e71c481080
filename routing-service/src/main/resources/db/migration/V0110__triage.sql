-- A request with needs that no rule could place. Filled from okno.decisions, worked on by dispatchers.
create table triage_entry (
  request_id    uuid primary key,
  state         text not null check (state in ('waiting', 'done')),
  waiting_needs int not null,
  questionnaire jsonb not null,
  held          jsonb not null,
  held_at       timestamptz not null,
  version       bigint not null
);

-- Request ids are UUIDv7: their order is the order of arrival.
create index triage_entry_waiting on triage_entry (request_id) where state = 'waiting';
