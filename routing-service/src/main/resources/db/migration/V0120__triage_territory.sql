-- Whoever coordinates a territory sees its entries only.
alter table triage_entry add column territory text not null
  generated always as (questionnaire #>> '{territory,code}') stored;
