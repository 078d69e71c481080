package org.okno.routing.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.routing.hsds.HsdsFixture.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TabularDocumentTest {
  private static final String TABLES =
      """
      {"organizations.csv": [{"id": "22222222-2222-4222-8222-222222222222", "name": "Helpers",
         "description": "They help", "year_incorporated": "2011"}],
       "services": [{"id": "11111111-1111-4111-8111-111111111111", "name": "Food", "status": "active",
         "organization_id": "22222222-2222-4222-8222-222222222222", "minimum_age": "", "fees": " ",
         "program_id": "88888888-8888-4888-8888-888888888888"}],
       "programs": [{"id": "88888888-8888-4888-8888-888888888888", "name": "P", "description": "P",
         "organization_id": "22222222-2222-4222-8222-222222222222"}],
       "contacts": [{"id": "66666666-6666-4666-8666-666666666666",
         "service_id": "11111111-1111-4111-8111-111111111111"}],
       "phones": [{"id": "77777777-7777-4777-8777-777777777777", "number": "1", "extension": "7",
         "contact_id": "66666666-6666-4666-8666-666666666666",
         "organization_id": "99999999-9999-4999-8999-999999999999"}],
       "attributes": [{"id": "44444444-4444-4444-8444-444444444444",
         "link_id": "11111111-1111-4111-8111-111111111111", "link_entity": "service",
         "taxonomy_term_id": "33333333-3333-4333-8333-333333333333"}],
       "taxonomy_terms": [{"id": "33333333-3333-4333-8333-333333333333", "code": "food",
         "name": "Food", "description": "Food"}]}
      """;

  @Test
  void shouldPutEachRowIntoTheObjectsThatItNames() {
    JsonNode document = TabularDocument.assemble(json(TABLES)).lists();
    JsonNode service = document.path("services").path(0);

    assertThat(HsdsFixture.findings(document)).isEmpty();
    assertThat(service.at("/contacts/0/phones/0/extension").isNumber()).isTrue();
    assertThat(service.at("/contacts/0").has("service_id")).isFalse();
    assertThat(service.at("/attributes/0/taxonomy_term_id").asText()).isEqualTo(HsdsFixture.TERM);
    assertThat(service.at("/program/name").asText()).isEqualTo("P");
    assertThat(service.has("minimum_age") || service.has("fees")).isFalse();
    assertThat(document.at("/organizations/0/programs/0/name").asText()).isEqualTo("P");
    assertThat(document.at("/organizations/0/year_incorporated").asInt()).isEqualTo(2011);
  }

  @Test
  void shouldNameARowWhoseObjectIsNotThere() {
    assertThat(TabularDocument.assemble(json(TABLES)).findings())
        .extracting(Finding::pointer)
        .containsExactly("/phones/0/organization_id");
  }

  @Test
  void shouldLeaveWhatIsNoTableOrNoNumberForTheSchemaToRefuse() {
    JsonNode document =
        TabularDocument.assemble(
                json(
                    """
                    {"people": [{"id": "1"}],
                     "services": [{"id": "11111111-1111-4111-8111-111111111111", "minimum_age": "old"}]}
                    """))
            .lists();

    assertThat(HsdsFixture.findings(document))
        .containsExactly("error invalid /people", "error invalid /services/0/minimum_age");
    assertThat(TabularDocument.assemble(json("{\"services\": 1}")).lists())
        .isEqualTo(json("{\"services\": 1}"));
  }

  @Test
  void shouldAssembleTheStandardsExample() {
    HsdsDocument document = TabularDocument.assemble(SharedHsds.example("tabular"));
    JsonNode service = document.lists().path("services").path(0);

    assertThat(HsdsFixture.findings(document.lists())).noneMatch(one -> one.startsWith("error"));
    assertThat(service.path("phones")).hasSize(1);
    assertThat(service.at("/phones/0/languages")).hasSize(1);
    assertThat(service.at("/contacts/0/phones")).hasSize(1);
    assertThat(service.path("schedules")).hasSize(1);
    assertThat(service.path("cost_options")).hasSize(1);
  }
}
