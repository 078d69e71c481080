package org.okno.intake.acceptance;

/** The examples of the OpenAPI document. The persons do not exist. */
final class QuestionnaireExample {
  static final String JSON =
      """
      {
        "channel": "hotline",
        "externalId": "call-2026-000123",
        "requestedAt": "2026-03-01T09:30:00+03:00",
        "territory": "02701301",
        "applicant": {"name": "Анна Примерова", "phone": "+7 900 000-00-01"},
        "beneficiary": {"name": "Пётр Примеров", "birthDate": "1948-05-12"},
        "address": "г. Волгостан, ул. Примерная, д. 1",
        "targetGroups": ["disability"],
        "urgency": "normal",
        "needs": [{"need": "food", "situation": "lost-job"}, {"need": "medicine"}],
        "text": "Отцу нужны продукты и лекарства.",
        "consent": true
      }
      """;

  private QuestionnaireExample() {}
}
