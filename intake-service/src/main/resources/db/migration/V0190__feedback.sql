-- When a need should be settled, as its case tells. Null in rows from before, until the next event that has it.
alter table tracked_need add column due_at timestamptz;

-- Whether a settled request helped, in the person's words where they used any: sealed with the key of who asked.
create table feedback (
  id         uuid primary key,
  request_id uuid not null,
  answer     text not null check (answer in ('helped', 'partly', 'no')),
  words      text,
  given_at   timestamptz not null
);
create index feedback_by_request on feedback (request_id, given_at);

alter table feedback enable row level security;
create policy all_rows on feedback to ${all_role} using (true);
