-- Views over the tables of `onrecord export`, for dashboards. SQLite and
-- PostgreSQL both read them; `onrecord export` makes them beside the tables.

-- Public statements with a position, with what a picture of them needs.
CREATE VIEW public_statements AS
SELECT o.day, o.month, o.target, t.question, o.speaker_id, o.speaker, o.label,
       o.score, o.confidence, o.form, o.text, o.outlets, o.sources, o.url,
       o.said, o.observation_id
FROM observations o JOIN targets t ON t.target = o.target
WHERE o.channel = 'public';

-- How many public statements of a month take which side.
CREATE VIEW monthly_labels AS
SELECT target, month, label, count(*) AS statements, avg(score) AS mean_score
FROM observations
WHERE channel = 'public' AND month IS NOT NULL
GROUP BY target, month, label;

-- Where everybody stands now, with what they are and when they last changed.
CREATE VIEW speakers_now AS
SELECT p.target, p.speaker_id, p.speaker, s.roles, p.label, p.score, p.n,
       p.first_said, p.last_said, h.shifts, h.last_shift
FROM positions p
JOIN speakers s ON s.speaker_id = p.speaker_id
LEFT JOIN (SELECT target, speaker_id, count(*) AS shifts, max(day) AS last_shift
           FROM shifts GROUP BY target, speaker_id) h
  ON h.target = p.target AND h.speaker_id = p.speaker_id;

-- Changes of position, each with its question.
CREATE VIEW shifts_with_question AS
SELECT h.day, h.target, t.question, h.speaker_id, h.speaker, h.kind, h.tier,
       h.from_label, h.to_label, h.after_said, h.by_said, h.strength,
       h.reported_by
FROM shifts h JOIN targets t ON t.target = h.target;

-- Whom an outlet prints, and on which side.
CREATE VIEW outlet_labels AS
SELECT s.outlet, o.target, o.label, count(*) AS statements
FROM sources s JOIN observations o ON o.observation_id = s.observation_id
WHERE s.outlet IS NOT NULL
GROUP BY s.outlet, o.target, o.label;
