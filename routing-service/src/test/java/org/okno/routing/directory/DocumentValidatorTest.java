package org.okno.routing.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.http.JsonBody;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;

class DocumentValidatorTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private final DirectoryContent before =
      DirectoryContent.EMPTY.with(DirectoryFixture.region().offer("a", "food", "D").document());

  @Test
  void shouldAcceptAValidDocument() throws IOException {
    assertThat(
            errors(
                "{services: [{id: 'new', organizationId: 'a', name: 'N', status: 'active',"
                    + " respondWithinHours: 1, needs: ['legal'], serviceAreas: ['R'], targetGroups:"
                    + " ['veteran']}]}"))
        .isEmpty();
  }

  @Test
  void shouldNameEveryInvalidFieldAtOnce() throws IOException {
    assertThat(
            pointers(
                """
                {territories: [
                   {code: 'X', name: 'X', level: 'galaxy', parent: 'nowhere', zone: 'Mars/Olympus'},
                   {code: 'X', name: ' ', level: 'district', parent: 'M', zone: 'Europe/Samara'}],
                 terms: [{axis: 'colour', code: 'red', nameRu: 'r', nameEn: 'r'}],
                 organizations: [{id: 'o'}],
                 services: [{id: 's', organizationId: 'nobody', name: 'S', status: 'open', respondWithinHours: 0,
                   needs: ['food', 'gold'], serviceAreas: ['nowhere', 3], targetGroups: ['kings']}]}
                """))
        .containsExactlyInAnyOrder(
            "/territories/0/level",
            "/territories/0/parent",
            "/territories/0/zone",
            "/territories/1/code",
            "/territories/1/name",
            "/terms/0/axis",
            "/organizations/0/name",
            "/services/0/organizationId",
            "/services/0/status",
            "/services/0/respondWithinHours",
            "/services/0/needs/1",
            "/services/0/serviceAreas/0",
            "/services/0/serviceAreas/1",
            "/services/0/targetGroups/0");
  }

  @Test
  void shouldVerifyTheCheckDigitOfATerritory() throws IOException {
    assertThat(
            pointers(
                """
                {territories: [
                   {code: 'V', name: 'V', level: 'district', zone: 'Europe/Samara', oktmo: '806014041'},
                   {code: 'W', name: 'W', level: 'district', zone: 'Europe/Samara', oktmo: '806014042'},
                   {code: 'X', name: 'X', level: 'district', zone: 'Europe/Samara', oktmo: '80601404'}]}
                """))
        .containsExactly("/territories/1/oktmo", "/territories/2/oktmo");
  }

  @Test
  void shouldNameWhatIsNoHourAndNoDeadline() throws IOException {
    assertThat(
            pointers(
                """
                {organizations: [{id: 'o', name: 'O',
                   openingHours: ['Mo 09:00-13:00', 'Mo 12:00-18:00', 'Mo 25:00-26:00', 'monday']}],
                 deadlines: [
                   {id: 'x', need: 'gold', urgency: 'soon', targetGroup: 'kings', respondWithin: '0 minutes'},
                   {id: 'y', resolveWithin: '2 working-days'},
                   {id: 'z', respondWithin: '30 minutes', resolveWithin: '3 working-days'}]}
                """))
        .containsExactlyInAnyOrder(
            "/organizations/0/openingHours/1",
            "/organizations/0/openingHours/2",
            "/organizations/0/openingHours/3",
            "/deadlines/0/need",
            "/deadlines/0/urgency",
            "/deadlines/0/targetGroup",
            "/deadlines/0/respondWithin",
            "/deadlines/0/resolveWithin",
            "/deadlines/1",
            "/deadlines/2");
  }

  @ParameterizedTest
  @CsvSource({
    "/organizations/0/id, '{id: \"a\\nb\", name: \"A\"}'",
    "/organizations/0/id, '{id: \"-\", name: \"A\"}'",
    "/organizations/0/name, '{id: \"o\", name: \"\\u200b\\u00a0\"}'",
    "/organizations/0/website, '{id: \"o\", name: \"A\", website: \"javascript:alert(1)\"}'",
    "/organizations/0/website, '{id: \"o\", name: \"A\", website: \"https://a b\"}'",
    "/organizations/0/website, '{id: \"o\", name: \"A\", website: \"example.org\"}'"
  })
  void shouldRejectWhatOtherServicesCouldNotCountOrShow(String pointer, String organization)
      throws IOException {
    assertThat(pointers("{organizations: [" + organization + "]}")).containsExactly(pointer);
  }

  @Test
  void shouldRejectHalfACharacter() {
    Organization broken = new Organization("o", "a\ud800", "\udc00", null);
    DirectoryDocument document =
        new DirectoryDocument(List.of(), List.of(), List.of(broken), List.of(), List.of());

    assertThat(DocumentValidator.errors(document, before))
        .extracting(FieldError::pointer)
        .containsExactly("/organizations/0/name", "/organizations/0/description");
  }

  @Test
  void shouldRejectCodesOutOfTheGrammarWhereverTheyEnter() throws IOException {
    String code = "x".repeat(101);

    assertThat(
            pointers(
                """
                {territories: [{code: '%1$s', name: 'X', level: 'region', zone: 'UTC'}],
                 terms: [{axis: 'need', code: '%1$s', nameRu: 'r', nameEn: 'r'}],
                 services: [{id: '%1$s', organizationId: 'a', name: 'N', status: 'active', respondWithinHours: 1}]}
                """
                    .formatted(code)))
        .containsExactly("/territories/0/code", "/terms/0/code", "/services/0/id");
  }

  @Test
  void shouldKeepTheCodeOfNeedsThatNobodyKnows() throws IOException {
    String term = "{terms: [{axis: '%s', code: 'unclear', nameRu: 'r', nameEn: 'r'}]}";

    assertThat(pointers(term.formatted("need"))).containsExactly("/terms/0/code");
    assertThat(pointers(term.formatted("situation"))).isEmpty();
  }

  @Test
  void shouldCleanNamesAndKeepWebsitesInAnyScript() throws IOException {
    assertThat(new Organization("o", " \u200BБанк\n\u0003еды ", "a\nb", null).name())
        .isEqualTo("Банк еды");
    assertThat(
            errors("{organizations: [{id: 'o', name: 'O', website: 'https://еда.рф/помощь?a=1'}]}"))
        .isEmpty();
  }

  @Test
  void shouldFindACycleWithinTheDocument() throws IOException {
    assertThat(
            pointers(
                """
                {territories: [
                   {code: 'X', name: 'X', level: 'region', parent: 'Y', zone: 'Europe/Samara'},
                   {code: 'Y', name: 'Y', level: 'region', parent: 'X', zone: 'Europe/Samara'},
                   {code: 'Z', name: 'Z', level: 'region', parent: 'X', zone: 'Europe/Samara'}]}
                """))
        .containsExactly("/territories/0/parent", "/territories/1/parent");
  }

  @Test
  void shouldFindACycleThroughWhatIsThereAlready() throws IOException {
    assertThat(
            pointers(
                "{territories: [{code: 'R', name: 'R', level: 'region', parent: 'D', zone:"
                    + " 'Europe/Samara'}]}"))
        .containsExactly("/territories/0/parent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | ``",
        "{territories: {}} | /territories",
        "{people: []} | /people",
        "{organizations: [{id: 'o', name: 'O', phone: '1'}]} | /organizations/0/phone",
        "{organizations: [{id: 'o', name: 'O'}, 7]} | /organizations/1"
      })
  void shouldNameWhatIsNotOfTheFormOfADocument(String json, String pointer) {
    assertThatThrownBy(() -> errors(json))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactly(pointer));
  }

  @Test
  void shouldReadTextsWithoutSurroundingSpace() throws IOException {
    assertThat(
            errors(
                "{territories: [{code: ' X ', name: 'X', level: 'region', zone: 'UTC', parent: '"
                    + " '}, {code: 'Y', name: 'Y', level: 'region', zone: 'UTC', parent: 'X'}]}"))
        .isEmpty();
  }

  @Test
  void shouldNeverQuoteAValue() throws IOException {
    assertThat(errors("{territories: [{code: 'X', name: 'X', level: 'secret', zone: 'secret'}]}"))
        .isNotEmpty()
        .noneMatch(entry -> entry.detail().contains("secret"));
  }

  @Test
  void shouldCountOnlyWhatIsNewOrDifferentAsChanged() {
    DirectoryDocument same = DirectoryFixture.region().offer("a", "food", "D").document();
    DirectoryDocument more = DirectoryFixture.region().offer("a", "legal", "D").document();

    assertThat(before.changedBy(same).size()).isZero();
    assertThat(before.changedBy(more).services()).hasSize(1);
    assertThat(before.changedBy(more).size()).isEqualTo(1);
  }

  private List<String> pointers(String json) throws IOException {
    return errors(json).stream().map(FieldError::pointer).toList();
  }

  private List<FieldError> errors(String json) throws IOException {
    return DocumentValidator.errors(
        JsonBody.read(JSON.readTree(json).toString().getBytes(UTF_8), DirectoryDocument.class),
        before);
  }
}
