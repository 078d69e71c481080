-- Where the territory of a request was not clear, its candidates: a need that comes back to routing is then held for a
-- dispatcher again. A list of code and confidence; null where the territory is clear.
alter table cases add column territory_candidates jsonb;
