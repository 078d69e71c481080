-- When an agency is open: texts such as Mo 09:00-13:00.
alter table organization add column opening_hours text[] not null default '{}';

-- How much time an agency has; what is null is for all.
create table deadline_rule (
  id             text primary key,
  need           text,
  urgency        text,
  target_group   text,
  respond_within text,
  resolve_within text not null
);

grant select on deadline_rule to ${own_role};
