package org.okno.intake;

/** Made-up questionnaires. */
public final class Questionnaires {
  static final String NAME = "Аделаида Вымышленная";
  static final String PHONE = "+79000000017";
  static final String OTHER_NAME = "Евлампий Несуществующий";

  private Questionnaires() {}

  /** A valid one, on one line. */
  public static String valid(String externalId) {
    return """
        {"channel": "hotline", "externalId": "%s", "requestedAt": "2026-03-02T09:12:00+03:00",
         "territory": "02701301",
         "applicant": {"name": "%s", "phone": "%s", "email": "vymysel@example.org"},
         "beneficiary": {"name": "%s", "birthDate": "1948-05-12", "address": "ул. Невидимая, 1"},
         "targetGroups": ["disability"], "urgency": "urgent",
         "needs": [{"need": "food", "situation": "lost-job"}, {"need": "legal"}],
         "text": "Сокровенные слова.", "consent": true}"""
        .formatted(externalId, NAME, PHONE, OTHER_NAME)
        .replace('\n', ' ');
  }

  /** A valid one that names no need, only a text. */
  public static String ofText(String externalId, String text) {
    return valid(externalId)
        .replace(
            "\"needs\": [{\"need\": \"food\", \"situation\": \"lost-job\"}, {\"need\": \"legal\"}],",
            "")
        .replace("Сокровенные слова.", text);
  }

  /** A valid one without an id of its channel. */
  static String withoutExternalId() {
    return valid("-").replace("\"externalId\": \"-\", ", "");
  }
}
