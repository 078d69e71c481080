package org.okno.intake.channels;

/** The example of the OpenAPI document. */
final class ChannelExample {
  static final String YAML =
      """
      code: letters
      names: {ru: Письма, kk: Хаттар, en: Letters}
      authentication: [key]
      format: form
      mapping: |
        {
          "externalId": number,
          "territory": district,
          "applicant": {"name": sender},
          "needs": [{"need": topic}],
          "text": text
        }
      defaults: {consent: true}
      samples:
        - name: a letter
          message: "number=1&district=02701301&sender=Anna&topic=food&text=Help"
          questionnaire:
            channel: letters
            externalId: "1"
            territory: "02701301"
            applicant: {name: Anna}
            needs: [{need: food}]
            text: Help
            consent: true
      """;

  private ChannelExample() {}
}
