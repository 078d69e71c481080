package org.okno.routing.directory;

import java.util.List;

/**
 * Entries to be put into the directory: each is new or takes the place of the one with its code or
 * id.
 */
public record DirectoryDocument(
    List<Territory> territories,
    List<Term> terms,
    List<Organization> organizations,
    List<Service> services) {
  public DirectoryDocument {
    territories = List.copyOf(territories);
    terms = List.copyOf(terms);
    organizations = List.copyOf(organizations);
    services = List.copyOf(services);
  }

  /** How many entries it holds. */
  public int size() {
    return territories.size() + terms.size() + organizations.size() + services.size();
  }
}
