/** Who is told what happened to cases: webhooks, and a stream. */
@NullMarked
package org.okno.cases.notifications;

import org.jspecify.annotations.NullMarked;
