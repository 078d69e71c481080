-- The official code with its check digit, where a territory claims to have one.
alter table territory add column oktmo text;
