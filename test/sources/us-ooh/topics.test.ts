import { expect, test } from "vitest";
import { summaryTopicOf, type Tab, topicOf } from "../../../sources/us-ooh/topics.ts";

test.each<[Tab, string, string]>([
  ["what-they-do", "Duties", "duties"],
  ["what-they-do", "Types of Drafters", "types"],
  ["work-environment", "Work Schedules", "work-schedules"],
  ["work-environment", "Work Schedule", "work-schedules"],
  ["work-environment", "Injuries and Illnesses", "injuries"],
  ["become-one", "Education", "education"],
  ["become-one", "Education and Training", "education"],
  ["become-one", "Licenses, Certifications, and Registrations", "licenses"],
  ["become-one", "Licenses and Certifications", "licenses"],
  ["become-one", "License", "licenses"],
  ["become-one", "Training", "training"],
  ["become-one", "Work Experience in a Related Occupation", "work-experience"],
  ["become-one", "Other Experience", "other-experience"],
  ["become-one", "Advancement", "advancement"],
  ["become-one", "Important Qualities", "qualities"],
  ["pay", "Other Compensation and Benefits", "other-compensation"],
  ["job-outlook", "Employment", "employment-outlook"],
  ["job-outlook", "Job Prospects", "job-prospects"],
  ["more-information", "O*NET", "onet"],
  ["more-information", "CareerOneStop", "careeronestop"],
  ["more-information", "Related BLS Articles", "related-articles"],
])("in the tab %s, “%s” is about %s", (tab, heading, topic) => {
  expect(topicOf(tab, heading)).toBe(topic);
});

test.each<[Tab, string]>([
  ["pay", "Duties"],
  ["what-they-do", "Duties of Drafters"],
  ["become-one", "Educational Paths"],
  ["job-outlook", "Employment Projections"],
])("in the tab %s, nobody knows “%s”", (tab, heading) => {
  expect(topicOf(tab, heading)).toBeUndefined();
});

test.each([
  ["What Drafters Do", "summary-what-they-do"],
  ["Work Environment", "summary-work-environment"],
  ["How to Become a Drafter", "summary-how-to-become"],
  ["Pay", "summary-pay"],
  ["Job Outlook", "summary-outlook"],
  ["State & Area Data", null],
  ["Similar Occupations", null],
  ["More Information, Including Links to O*NET", null],
  ["News", undefined],
])("in the Summary, “%s” is about %s", (heading, topic) => {
  expect(summaryTopicOf(heading)).toBe(topic);
});
