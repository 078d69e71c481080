-- The directory as it was imported in the form of Open Referral HSDS 3: each object by itself, naming others by their
-- ids as in the standard's tables, so that it is served back whole. What Okno routes by is in service and organization.
create table hsds_object (
  kind        text not null,
  id          uuid not null,
  document    jsonb not null,
  modified_at timestamptz not null,
  primary key (kind, id)
);

create index hsds_object_organization on hsds_object (kind, (document ->> 'organization_id'));
create index hsds_object_service on hsds_object ((document ->> 'service_id')) where kind = 'service-at-location';
create index hsds_object_terms on hsds_object using gin ((document -> 'attributes') jsonb_path_ops) where kind = 'service';
