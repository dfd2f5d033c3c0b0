-- The samples of the first program that had any (v0.1.0, 24 November 2026), as SQLite's .dump writes them.
BEGIN TRANSACTION;
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(2,1,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(3,1,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(4,1,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(5,2,'add_draft','Can add draft');
INSERT INTO "auth_permission" VALUES(6,2,'change_draft','Can change draft');
INSERT INTO "auth_permission" VALUES(7,2,'delete_draft','Can delete draft');
INSERT INTO "auth_permission" VALUES(8,2,'view_draft','Can view draft');
INSERT INTO "auth_permission" VALUES(9,3,'add_person','Can add person');
INSERT INTO "auth_permission" VALUES(10,3,'change_person','Can change person');
INSERT INTO "auth_permission" VALUES(11,3,'delete_person','Can delete person');
INSERT INTO "auth_permission" VALUES(12,3,'view_person','Can view person');
INSERT INTO "auth_permission" VALUES(13,4,'add_version','Can add version');
INSERT INTO "auth_permission" VALUES(14,4,'change_version','Can change version');
INSERT INTO "auth_permission" VALUES(15,4,'delete_version','Can delete version');
INSERT INTO "auth_permission" VALUES(16,4,'view_version','Can view version');
INSERT INTO "auth_permission" VALUES(17,5,'add_sponsor','Can add sponsor');
INSERT INTO "auth_permission" VALUES(18,5,'change_sponsor','Can change sponsor');
INSERT INTO "auth_permission" VALUES(19,5,'delete_sponsor','Can delete sponsor');
INSERT INTO "auth_permission" VALUES(20,5,'view_sponsor','Can view sponsor');
INSERT INTO "auth_permission" VALUES(21,6,'add_reading','Can add reading');
INSERT INTO "auth_permission" VALUES(22,6,'change_reading','Can change reading');
INSERT INTO "auth_permission" VALUES(23,6,'delete_reading','Can delete reading');
INSERT INTO "auth_permission" VALUES(24,6,'view_reading','Can view reading');
INSERT INTO "auth_permission" VALUES(25,7,'add_paragraph','Can add paragraph');
INSERT INTO "auth_permission" VALUES(26,7,'change_paragraph','Can change paragraph');
INSERT INTO "auth_permission" VALUES(27,7,'delete_paragraph','Can delete paragraph');
INSERT INTO "auth_permission" VALUES(28,7,'view_paragraph','Can view paragraph');
INSERT INTO "auth_permission" VALUES(29,8,'add_note','Can add note');
INSERT INTO "auth_permission" VALUES(30,8,'change_note','Can change note');
INSERT INTO "auth_permission" VALUES(31,8,'delete_note','Can delete note');
INSERT INTO "auth_permission" VALUES(32,8,'view_note','Can view note');
INSERT INTO "auth_permission" VALUES(33,9,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(34,9,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(35,9,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(36,9,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(37,10,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(38,10,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(39,10,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(40,10,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(41,11,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(42,11,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(43,11,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(44,11,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(45,12,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(46,12,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(47,12,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(48,12,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(49,13,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(50,13,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(51,13,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(52,13,'view_session','Can view session');
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'drafts','user');
INSERT INTO "django_content_type" VALUES(2,'drafts','draft');
INSERT INTO "django_content_type" VALUES(3,'drafts','person');
INSERT INTO "django_content_type" VALUES(4,'drafts','version');
INSERT INTO "django_content_type" VALUES(5,'drafts','sponsor');
INSERT INTO "django_content_type" VALUES(6,'drafts','reading');
INSERT INTO "django_content_type" VALUES(7,'drafts','paragraph');
INSERT INTO "django_content_type" VALUES(8,'drafts','note');
INSERT INTO "django_content_type" VALUES(9,'admin','logentry');
INSERT INTO "django_content_type" VALUES(10,'auth','permission');
INSERT INTO "django_content_type" VALUES(11,'auth','group');
INSERT INTO "django_content_type" VALUES(12,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(13,'sessions','session');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-25 08:11:42.418361');
INSERT INTO "django_migrations" VALUES(2,'contenttypes','0002_remove_content_type_name','2026-11-25 08:11:42.433111');
INSERT INTO "django_migrations" VALUES(3,'auth','0001_initial','2026-11-25 08:11:42.451185');
INSERT INTO "django_migrations" VALUES(4,'auth','0002_alter_permission_name_max_length','2026-11-25 08:11:42.457520');
INSERT INTO "django_migrations" VALUES(5,'auth','0003_alter_user_email_max_length','2026-11-25 08:11:42.471989');
INSERT INTO "django_migrations" VALUES(6,'auth','0004_alter_user_username_opts','2026-11-25 08:11:42.480688');
INSERT INTO "django_migrations" VALUES(7,'auth','0005_alter_user_last_login_null','2026-11-25 08:11:42.486991');
INSERT INTO "django_migrations" VALUES(8,'auth','0006_require_contenttypes_0002','2026-11-25 08:11:42.489200');
INSERT INTO "django_migrations" VALUES(9,'auth','0007_alter_validators_add_error_messages','2026-11-25 08:11:42.496644');
INSERT INTO "django_migrations" VALUES(10,'auth','0008_alter_user_username_max_length','2026-11-25 08:11:42.503649');
INSERT INTO "django_migrations" VALUES(11,'auth','0009_alter_user_last_name_max_length','2026-11-25 08:11:42.508269');
INSERT INTO "django_migrations" VALUES(12,'auth','0010_alter_group_name_max_length','2026-11-25 08:11:42.529143');
INSERT INTO "django_migrations" VALUES(13,'auth','0011_update_proxy_permissions','2026-11-25 08:11:42.536710');
INSERT INTO "django_migrations" VALUES(14,'auth','0012_alter_user_first_name_max_length','2026-11-25 08:11:42.545222');
INSERT INTO "django_migrations" VALUES(15,'drafts','0001_initial','2026-11-25 08:11:42.791583');
INSERT INTO "django_migrations" VALUES(16,'admin','0001_initial','2026-11-25 08:11:42.805963');
INSERT INTO "django_migrations" VALUES(17,'admin','0002_logentry_remove_auto_add','2026-11-25 08:11:42.836497');
INSERT INTO "django_migrations" VALUES(18,'admin','0003_logentry_add_action_flag_choices','2026-11-25 08:11:42.847978');
INSERT INTO "django_migrations" VALUES(19,'drafts','0002_seals','2026-11-25 08:11:42.998320');
INSERT INTO "django_migrations" VALUES(20,'sessions','0001_initial','2026-11-25 08:11:43.048445');
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "drafts_draft" ("id" char(32) NOT NULL PRIMARY KEY, "created_at" datetime NOT NULL, "created_by_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "drafts_draft" VALUES('128fbc7ac75c4d5ba24ad5e81f43b933','2026-11-25 08:11:44.413517',1);
INSERT INTO "drafts_draft" VALUES('cd075df83b2a483087cb0f7babcf85b4','2026-11-25 08:11:44.682922',1);
CREATE TABLE "drafts_note" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "key" varchar(64) NOT NULL, "label" varchar(40) NOT NULL, "text" text NOT NULL, "marks" text NOT NULL CHECK ((JSON_VALID("marks") OR "marks" IS NULL)), "version_id" bigint NOT NULL REFERENCES "drafts_version" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "note_position_unique" UNIQUE ("version_id", "position"), CONSTRAINT "note_key_unique" UNIQUE ("version_id", "key"));
INSERT INTO "drafts_note" VALUES(1,0,'d64ebc6bfed342cd','1','United Nations, Treaty Series, vol. 2225, 2237, 2241 and 2326, No. 39574.','[]',1);
INSERT INTO "drafts_note" VALUES(2,1,'891d2fc6ec294e41','2','Ibid., vol. 2349, No. 42146.','[]',1);
INSERT INTO "drafts_note" VALUES(3,2,'e951d3f8e4194390','3','Resolution 70/1.','[]',1);
INSERT INTO "drafts_note" VALUES(4,3,'a82f937fc2dc4ed1','4','A/81/905.','[]',1);
INSERT INTO "drafts_note" VALUES(5,0,'d64ebc6bfed342cd','1','United Nations, Treaty Series, vol. 2225, 2237, 2241 and 2326, No. 39574.','[]',2);
INSERT INTO "drafts_note" VALUES(6,1,'891d2fc6ec294e41','2','Ibid., vol. 2349, No. 42146.','[]',2);
INSERT INTO "drafts_note" VALUES(7,2,'1725644a5d7149ca','3','Resolution 76/181, annex.','[]',2);
INSERT INTO "drafts_note" VALUES(8,3,'e951d3f8e4194390','4','Resolution 70/1.','[]',2);
INSERT INTO "drafts_note" VALUES(9,4,'a82f937fc2dc4ed1','5','A/81/905.','[]',2);
INSERT INTO "drafts_note" VALUES(10,0,'7d6dc07ac6614df3','1','Nations Unies, Recueil des Traités, vol. 2225, 2237, 2241 et 2326, no 39574.','[]',3);
INSERT INTO "drafts_note" VALUES(11,1,'f9ed111e0c154619','2','Ibid., vol. 2349, no 42146.','[]',3);
INSERT INTO "drafts_note" VALUES(12,2,'65c9cecf941e4244','3','Résolution 70/1.','[]',3);
INSERT INTO "drafts_note" VALUES(13,3,'86be43876a9d44af','4','A/81/911.','[]',3);
INSERT INTO "drafts_note" VALUES(14,0,'7d6dc07ac6614df3','1','Nations Unies, Recueil des Traités, vol. 2225, 2237, 2241 et 2326, no 39574.','[]',4);
INSERT INTO "drafts_note" VALUES(15,1,'f9ed111e0c154619','2','Ibid., vol. 2349, no 42146.','[]',4);
INSERT INTO "drafts_note" VALUES(16,2,'28aa9a77a4f04b48','3','Résolution 71/256, annexe.','[]',4);
INSERT INTO "drafts_note" VALUES(17,3,'65c9cecf941e4244','4','Résolution 70/1.','[]',4);
INSERT INTO "drafts_note" VALUES(18,4,'86be43876a9d44af','5','A/81/911.','[]',4);
CREATE TABLE "drafts_paragraph" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "key" varchar(64) NOT NULL, "kind" varchar(12) NOT NULL, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "label" varchar(40) NOT NULL, "text" text NOT NULL, "marks" text NOT NULL CHECK ((JSON_VALID("marks") OR "marks" IS NULL)), "version_id" bigint NOT NULL REFERENCES "drafts_version" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "paragraph_position_unique" UNIQUE ("version_id", "position"), CONSTRAINT "paragraph_key_unique" UNIQUE ("version_id", "key"), CONSTRAINT "paragraph_kind_known" CHECK ("kind" IN ('enacting', 'preambular', 'operative', 'heading', 'annex', 'text')), CONSTRAINT "paragraph_level_in_range" CHECK (("level" >= 0 AND "level" <= 4)));
INSERT INTO "drafts_paragraph" VALUES(1,0,'56d4749038274847','enacting',0,'','The General Assembly,','[["italic", 0, 20, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(2,1,'1829450dc7604513','preambular',1,'','Recalling its resolution 46/152 of 18 December 1991 on the creation of an effective United Nations crime prevention and criminal justice programme, and its later resolutions on technical cooperation in that field,','[["italic", 0, 9, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(3,2,'58a411a650b943d0','preambular',1,'','Recalling also the United Nations Convention against Transnational Organized Crime and the Protocols thereto, and the United Nations Convention against Corruption, which both call for the training of those who apply them,','[["italic", 0, 14, ""], ["note", 109, 109, "d64ebc6bfed342cd"], ["note", 163, 163, "891d2fc6ec294e41"]]',1);
INSERT INTO "drafts_paragraph" VALUES(4,3,'0f7a4ab98f3a4505','preambular',1,'','Reaffirming that the prevention of crime rests in the first place with each State, and that international cooperation can support the efforts of States but not replace them,','[["italic", 0, 11, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(5,4,'a3973adbbd17420a','preambular',1,'','Noting with concern that many practitioners in small and remote jurisdictions, among them judges, prosecutors, police and prison officers, probation staff and social workers, take up their duties with little or no training in the prevention of crime,','[["italic", 0, 19, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(6,5,'4ce53de2cc104e95','preambular',1,'','Aware that most of the courses offered so far have reached those who work in capitals, and that women remain few among the participants,','[["italic", 0, 5, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(7,6,'39cdfd3346324e46','preambular',1,'','Recognizing the work of the institutes of the United Nations crime prevention and criminal justice programme network, and of universities and civil society, in preparing teaching material that anyone may use free of charge,','[["italic", 0, 11, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(8,7,'6ec04cd42da140b5','preambular',1,'','Bearing in mind the 2030 Agenda for Sustainable Development, in particular those of its targets that concern safe cities and accountable institutions,','[["italic", 0, 15, ""], ["note", 60, 60, "e951d3f8e4194390"]]',1);
INSERT INTO "drafts_paragraph" VALUES(9,8,'db153ad27e834516','preambular',1,'','Welcoming the readiness of a number of States to receive trainees from other regions,','[["italic", 0, 9, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(10,9,'ec975d2721c5444a','operative',1,'1.','Takes note with appreciation of the report of the Secretary-General on the training of practitioners in crime prevention;','[["italic", 0, 28, ""], ["note", 121, 121, "a82f937fc2dc4ed1"]]',1);
INSERT INTO "drafts_paragraph" VALUES(11,10,'7ee3bae84d0b4f85','operative',1,'2.','Reaffirms the importance of the technical assistance that the United Nations Office on Drugs and Crime provides to States at their request, including through its field offices, for building up training institutions of their own;','[["italic", 0, 9, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(12,11,'a04b357c7fa74d1c','operative',1,'3.','Invites Member States to share with the Office the curricula and the teaching material that they use for the training of practitioners, and to keep them up to date;','[["italic", 0, 7, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(13,12,'871e3e1b4ded4ed7','operative',1,'4.','Encourages the Office to establish a public library of such material, in as many languages as its resources allow, with a clear indication of the legal system for which each item was written, and to have the library reviewed every two years by a group of practitioners drawn from all regional groups;','[["italic", 0, 10, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(14,13,'653f38ac94f84154','operative',1,'5.','Calls upon Member States to ensure that women and men have equal access to training in crime prevention, and to remove the obstacles that keep practitioners with family responsibilities from taking part;','[["italic", 0, 10, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(15,14,'28f50384426a4e9e','operative',1,'6.','Requests the Office, in planning its courses, to give special attention to the needs of:','[["italic", 0, 8, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(16,15,'aa723f65200e4ef8','operative',2,'(a)','Small island developing States, where one officer often performs the duties of several services;','[]',1);
INSERT INTO "drafts_paragraph" VALUES(17,16,'a92945b7f2364aad','operative',2,'(b)','Landlocked developing countries along major trafficking routes;','[]',1);
INSERT INTO "drafts_paragraph" VALUES(18,17,'ddaf99a1554543cf','operative',2,'(c)','Jurisdictions that have no training institution of their own;','[]',1);
INSERT INTO "drafts_paragraph" VALUES(19,18,'39b612bc05ae4a0c','operative',1,'7.','Encourages the institutes of the programme network to offer courses by distance learning that can be followed over a slow or interrupted connection;','[["italic", 0, 10, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(20,19,'ea23ce491a384d7b','operative',1,'8.','Notes the proposal to hold an annual training week at the headquarters of the Office, and decides to consider it at its eighty-second session;','[["italic", 0, 5, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(21,20,'831baf24081f4e41','operative',1,'9.','Urges Member States in a position to do so to receive trainees from other regions in their national academies, and to bear the cost of their stay wherever possible;','[["italic", 0, 5, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(22,21,'66b2bb099f6c4579','operative',1,'10.','Invites Member States and other donors to make voluntary contributions for these purposes, in accordance with the rules and procedures of the United Nations;','[["italic", 0, 7, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(23,22,'5477cbda68004925','operative',1,'11.','Requests the Secretary-General to submit to it at its eighty-third session a report on the implementation of the present resolution, including figures on the number of persons trained, by sex and by region;','[["italic", 0, 8, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(24,23,'fcfd5b522aeb476b','operative',1,'12.','Decides to continue its consideration of the question at its eighty-third session under the item entitled “Crime prevention and criminal justice”.','[["italic", 0, 7, ""]]',1);
INSERT INTO "drafts_paragraph" VALUES(25,0,'56d4749038274847','enacting',0,'','The General Assembly,','[["italic", 0, 20, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(26,1,'1829450dc7604513','preambular',1,'','Recalling its resolution 46/152 of 18 December 1991 on the creation of an effective United Nations crime prevention and criminal justice programme, and its later resolutions on technical cooperation in that field,','[["italic", 0, 9, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(27,2,'58a411a650b943d0','preambular',1,'','Recalling also the United Nations Convention against Transnational Organized Crime and the Protocols thereto, and the United Nations Convention against Corruption, which both call for the training of those who apply them,','[["italic", 0, 14, ""], ["note", 109, 109, "d64ebc6bfed342cd"], ["note", 163, 163, "891d2fc6ec294e41"]]',2);
INSERT INTO "drafts_paragraph" VALUES(28,3,'58a2b05a8ac94206','preambular',1,'','Recalling further the Kyoto Declaration on Advancing Crime Prevention, Criminal Justice and the Rule of Law: Towards the Achievement of the 2030 Agenda for Sustainable Development,','[["italic", 0, 17, ""], ["note", 180, 180, "1725644a5d7149ca"]]',2);
INSERT INTO "drafts_paragraph" VALUES(29,4,'0f7a4ab98f3a4505','preambular',1,'','Reaffirming that the prevention of crime rests in the first place with each State, and that international cooperation can support the efforts of States but not replace them,','[["italic", 0, 11, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(30,5,'a3973adbbd17420a','preambular',1,'','Noting with deep concern that many practitioners in small and remote jurisdictions, among them judges, prosecutors, police and prison officers, probation staff, paralegals and social workers, take up their duties with little or no training in the prevention of crime,','[["italic", 0, 24, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(31,6,'4ce53de2cc104e95','preambular',1,'','Aware that most of the courses offered so far have reached those who work in capitals, and that women account for less than one third of the participants,','[["italic", 0, 5, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(32,7,'39cdfd3346324e46','preambular',1,'','Recognizing the work of the institutes of the United Nations crime prevention and criminal justice programme network, and of universities and civil society, in preparing teaching material that anyone may use free of charge,','[["italic", 0, 11, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(33,8,'6ec04cd42da140b5','preambular',1,'','Bearing in mind the 2030 Agenda for Sustainable Development, in particular those of its targets that concern safe cities and accountable institutions,','[["italic", 0, 15, ""], ["note", 60, 60, "e951d3f8e4194390"]]',2);
INSERT INTO "drafts_paragraph" VALUES(34,9,'db153ad27e834516','preambular',1,'','Welcoming the readiness of a number of States to receive trainees from other regions,','[["italic", 0, 9, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(35,10,'ec975d2721c5444a','operative',1,'1.','Takes note with appreciation of the report of the Secretary-General on the training of practitioners in crime prevention;','[["italic", 0, 28, ""], ["note", 121, 121, "a82f937fc2dc4ed1"]]',2);
INSERT INTO "drafts_paragraph" VALUES(36,11,'7ee3bae84d0b4f85','operative',1,'2.','Reaffirms the importance of the technical assistance that the United Nations Office on Drugs and Crime provides to States at their request, including through its field offices, for building up training institutions of their own;','[["italic", 0, 9, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(37,12,'831baf24081f4e41','operative',1,'3.','Urges Member States in a position to do so to receive trainees from other regions in their national academies, and to bear the cost of their stay wherever possible;','[["italic", 0, 5, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(38,13,'a04b357c7fa74d1c','operative',1,'4.','Invites Member States to share with the Office the curricula and the teaching material that they use for the training of practitioners, and to keep them up to date;','[["italic", 0, 7, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(39,14,'871e3e1b4ded4ed7','operative',1,'5.','Encourages the Office to establish a public library of such material, in all six official languages of the United Nations as far as its resources allow, with a clear indication of the legal system for which each item was written;','[["italic", 0, 10, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(40,15,'76f407dabe914d70','operative',1,'6.','Also encourages the Office to have the library reviewed every two years by a group of practitioners drawn from all regional groups;','[["italic", 0, 15, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(41,16,'653f38ac94f84154','operative',1,'7.','Calls upon Member States to ensure that women and men have equal access to training in crime prevention, and to remove the obstacles that keep practitioners with family responsibilities from taking part;','[["italic", 0, 10, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(42,17,'28f50384426a4e9e','operative',1,'8.','Requests the Office, in planning its courses, to give special attention to the needs of:','[["italic", 0, 8, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(43,18,'aa723f65200e4ef8','operative',2,'(a)','Small island developing States, where one officer often performs the duties of several services;','[]',2);
INSERT INTO "drafts_paragraph" VALUES(44,19,'a92945b7f2364aad','operative',2,'(b)','Landlocked developing countries along major trafficking routes;','[]',2);
INSERT INTO "drafts_paragraph" VALUES(45,20,'ddaf99a1554543cf','operative',2,'(c)','Jurisdictions that have no training institution of their own;','[]',2);
INSERT INTO "drafts_paragraph" VALUES(46,21,'39b612bc05ae4a0c','operative',1,'9.','Encourages the institutes of the programme network to offer courses by distance learning that can be followed over a slow or interrupted connection, and to issue certificates that national services recognize;','[["italic", 0, 10, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(47,22,'f9b213cdf55040bb','operative',1,'10.','Invites Member States to assess the results of the training that their practitioners have received after one year, and to make the findings known to the Office;','[["italic", 0, 7, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(48,23,'66b2bb099f6c4579','operative',1,'11.','Invites Member States and other donors to make voluntary contributions for these purposes, in accordance with the rules and procedures of the United Nations;','[["italic", 0, 7, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(49,24,'5477cbda68004925','operative',1,'12.','Requests the Secretary-General to submit to it at its eighty-second session a report on the implementation of the present resolution, including figures on the number of persons trained, by sex, by profession and by region;','[["italic", 0, 8, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(50,25,'fcfd5b522aeb476b','operative',1,'13.','Decides to continue its consideration of the question at its eighty-second session under the item entitled “Crime prevention and criminal justice”.','[["italic", 0, 7, ""]]',2);
INSERT INTO "drafts_paragraph" VALUES(51,0,'7f21bfa63e1e4431','enacting',0,'','L’Assemblée générale,','[["italic", 0, 20, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(52,1,'771959e3cd204ea8','preambular',1,'','Rappelant sa résolution 46/152 du 18 décembre 1991 sur la création d’un programme des Nations Unies efficace en matière de prévention du crime et de justice pénale, ainsi que les résolutions qu’elle a adoptées par la suite sur la coopération technique dans ce domaine,','[["italic", 0, 9, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(53,2,'1595ae8593044e6b','preambular',1,'','Rappelant également la Convention des Nations Unies contre la criminalité transnationale organisée et les protocoles y relatifs, ainsi que la Convention des Nations Unies contre la corruption,','[["italic", 0, 19, ""], ["note", 127, 127, "7d6dc07ac6614df3"], ["note", 191, 191, "f9ed111e0c154619"]]',3);
INSERT INTO "drafts_paragraph" VALUES(54,3,'d1f6506f427945d1','preambular',1,'','Consciente que la moitié de la population mondiale vit dans les villes et que c’est là que les effets de la criminalité se font le plus durement sentir,','[["italic", 0, 10, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(55,4,'ed6e3f74da7e4524','preambular',1,'','Constatant avec préoccupation que, dans nombre de villes moyennes, les autorités locales ne disposent ni de données fiables sur la criminalité ni du personnel formé qui leur permettraient de la prévenir,','[["italic", 0, 29, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(56,5,'e75e5fffea194220','preambular',1,'','Soulignant que la prévention du crime est d’autant plus efficace que les habitants, en particulier les femmes et les jeunes, sont associés à l’élaboration et à l’évaluation des mesures qui les concernent,','[["italic", 0, 10, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(57,6,'7aa3aa54b9b5436e','preambular',1,'','Gardant à l’esprit le Programme de développement durable à l’horizon 2030, en particulier les cibles relatives à la sûreté des villes et à la qualité des institutions,','[["italic", 0, 18, ""], ["note", 73, 73, "65c9cecf941e4244"]]',3);
INSERT INTO "drafts_paragraph" VALUES(58,7,'c43f8bdb322c4b1e','preambular',1,'','Reconnaissant le travail accompli par les réseaux de villes et par la société civile pour faire connaître les pratiques qui ont donné de bons résultats,','[["italic", 0, 13, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(59,8,'9dc26a25846249de','preambular',1,'','Notant avec intérêt que plusieurs États ont fait de la sûreté urbaine un volet de leur plan national de développement,','[["italic", 0, 19, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(60,9,'a6f630035154437a','operative',1,'1.','Prend note avec satisfaction du rapport du Secrétaire général sur la prévention du crime en milieu urbain;','[["italic", 0, 28, ""], ["note", 105, 105, "86be43876a9d44af"]]',3);
INSERT INTO "drafts_paragraph" VALUES(61,10,'0cd48e213ca64c00','operative',1,'2.','Affirme à nouveau l’importance de l’assistance technique que l’Office des Nations Unies contre la drogue et le crime fournit aux États qui en font la demande, notamment par l’intermédiaire de ses bureaux extérieurs;','[["italic", 0, 17, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(62,11,'3611cf1ba0e243f5','operative',1,'3.','Engage les États Membres à associer les autorités locales à l’élaboration de leurs stratégies nationales de prévention du crime et à leur donner les moyens de les appliquer;','[["italic", 0, 6, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(63,12,'81a7cbe58d314c74','operative',1,'4.','Invite les États Membres à recueillir et à publier chaque année des données sur la criminalité en milieu urbain, ventilées par sexe et par âge, et à faire en sorte que les autorités locales puissent s’en servir sans frais;','[["italic", 0, 6, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(64,13,'5ff779bb2c164df3','operative',1,'5.','Prie l’Office de mettre au point, en consultation avec les États Membres, un guide pratique à l’intention des autorités locales, et de former dans chaque région des personnes capables d’en enseigner l’usage;','[["italic", 0, 4, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(65,14,'e4f58382a5ce413a','operative',1,'6.','Prie également l’Office d’accorder une attention particulière :','[["italic", 0, 14, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(66,15,'b688eb197f3a4d1f','operative',2,'a)','Aux villes dont la population croît rapidement;','[]',3);
INSERT INTO "drafts_paragraph" VALUES(67,16,'034a569297b64ede','operative',2,'b)','Aux villes frontalières et aux villes portuaires;','[]',3);
INSERT INTO "drafts_paragraph" VALUES(68,17,'a5f9397d175b4f25','operative',2,'c)','Aux quartiers où les services publics font défaut;','[]',3);
INSERT INTO "drafts_paragraph" VALUES(69,18,'37805b36e24e4b19','operative',1,'7.','Encourage les villes à conclure entre elles des accords de jumelage qui leur permettent d’échanger du personnel et de tirer parti de l’expérience des unes et des autres;','[["italic", 0, 9, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(70,19,'658224e61ed14d9a','operative',1,'8.','Décide de proclamer une journée internationale de la sûreté urbaine, qui sera célébrée chaque année;','[["italic", 0, 6, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(71,20,'142a8b6744fb4a5a','operative',1,'9.','Demande aux États Membres de veiller à ce que les femmes et les jeunes soient représentés dans les organes locaux chargés de la prévention du crime;','[["italic", 0, 7, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(72,21,'9cd6f8164d6f4470','operative',1,'10.','Invite les États Membres et les autres donateurs à verser des contributions volontaires à ces fins, conformément aux règles et procédures de l’Organisation des Nations Unies;','[["italic", 0, 6, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(73,22,'11409180cc4e4d5d','operative',1,'11.','Prie le Secrétaire général de lui présenter à sa quatre-vingt-troisième session un rapport sur l’application de la présente résolution;','[["italic", 0, 4, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(74,23,'ddb179c725544a31','operative',1,'12.','Décide de poursuivre l’examen de la question à sa quatre-vingt-troisième session, au titre de la question intitulée « Prévention du crime et justice pénale ».','[["italic", 0, 6, ""]]',3);
INSERT INTO "drafts_paragraph" VALUES(75,0,'7f21bfa63e1e4431','enacting',0,'','L’Assemblée générale,','[["italic", 0, 20, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(76,1,'771959e3cd204ea8','preambular',1,'','Rappelant sa résolution 46/152 du 18 décembre 1991 sur la création d’un programme des Nations Unies efficace en matière de prévention du crime et de justice pénale, ainsi que les résolutions qu’elle a adoptées par la suite sur la coopération technique dans ce domaine,','[["italic", 0, 9, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(77,2,'1595ae8593044e6b','preambular',1,'','Rappelant également la Convention des Nations Unies contre la criminalité transnationale organisée et les protocoles y relatifs, ainsi que la Convention des Nations Unies contre la corruption,','[["italic", 0, 19, ""], ["note", 127, 127, "7d6dc07ac6614df3"], ["note", 191, 191, "f9ed111e0c154619"]]',4);
INSERT INTO "drafts_paragraph" VALUES(78,3,'f91753dee0ef452e','preambular',1,'','Rappelant en outre le Nouveau Programme pour les villes,','[["italic", 0, 18, ""], ["note", 55, 55, "28aa9a77a4f04b48"]]',4);
INSERT INTO "drafts_paragraph" VALUES(79,4,'d1f6506f427945d1','preambular',1,'','Consciente que plus de la moitié de la population mondiale vit dans les villes et que c’est là que les effets de la criminalité et de la corruption se font le plus durement sentir,','[["italic", 0, 10, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(80,5,'ed6e3f74da7e4524','preambular',1,'','Constatant avec préoccupation que, dans nombre de villes moyennes, les autorités locales ne disposent ni de données fiables sur la criminalité ni du personnel formé qui leur permettraient de la prévenir,','[["italic", 0, 29, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(81,6,'e75e5fffea194220','preambular',1,'','Soulignant que la prévention du crime est d’autant plus efficace que les habitants, en particulier les femmes et les jeunes, sont associés à l’élaboration et à l’évaluation des mesures qui les concernent,','[["italic", 0, 10, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(82,7,'7aa3aa54b9b5436e','preambular',1,'','Gardant à l’esprit le Programme de développement durable à l’horizon 2030, en particulier les cibles relatives à la sûreté des villes et à la qualité des institutions,','[["italic", 0, 18, ""], ["note", 73, 73, "65c9cecf941e4244"]]',4);
INSERT INTO "drafts_paragraph" VALUES(83,8,'c43f8bdb322c4b1e','preambular',1,'','Reconnaissant le travail accompli par les réseaux de villes et par la société civile pour faire connaître les pratiques qui ont donné de bons résultats,','[["italic", 0, 13, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(84,9,'a6f630035154437a','operative',1,'1.','Prend note avec satisfaction du rapport du Secrétaire général sur la prévention du crime en milieu urbain;','[["italic", 0, 28, ""], ["note", 105, 105, "86be43876a9d44af"]]',4);
INSERT INTO "drafts_paragraph" VALUES(85,10,'0cd48e213ca64c00','operative',1,'2.','Affirme à nouveau l’importance de l’assistance technique que l’Office des Nations Unies contre la drogue et le crime fournit aux États qui en font la demande, notamment par l’intermédiaire de ses bureaux extérieurs;','[["italic", 0, 17, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(86,11,'3611cf1ba0e243f5','operative',1,'3.','Exhorte les États Membres à associer les autorités locales à l’élaboration de leurs stratégies nationales de prévention du crime et à leur donner les moyens de les appliquer;','[["italic", 0, 7, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(87,12,'142a8b6744fb4a5a','operative',1,'4.','Demande aux États Membres de veiller à ce que les femmes et les jeunes soient représentés dans les organes locaux chargés de la prévention du crime;','[["italic", 0, 7, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(88,13,'81a7cbe58d314c74','operative',1,'5.','Invite les États Membres à recueillir et à publier tous les deux ans des données sur la criminalité en milieu urbain, ventilées par sexe, par âge et par quartier, et à faire en sorte que les autorités locales puissent s’en servir sans frais;','[["italic", 0, 6, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(89,14,'5ff779bb2c164df3','operative',1,'6.','Prie l’Office de mettre au point, en consultation avec les États Membres et les réseaux de villes, un guide pratique à l’intention des autorités locales;','[["italic", 0, 4, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(90,15,'b3fb3ba0563f40bd','operative',1,'7.','Prie également l’Office de former dans chaque région des personnes capables d’en enseigner l’usage;','[["italic", 0, 14, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(91,16,'e4f58382a5ce413a','operative',1,'8.','Prie en outre l’Office d’accorder une attention particulière :','[["italic", 0, 13, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(92,17,'b688eb197f3a4d1f','operative',2,'a)','Aux villes dont la population croît rapidement;','[]',4);
INSERT INTO "drafts_paragraph" VALUES(93,18,'034a569297b64ede','operative',2,'b)','Aux villes frontalières et aux villes portuaires;','[]',4);
INSERT INTO "drafts_paragraph" VALUES(94,19,'a5f9397d175b4f25','operative',2,'c)','Aux quartiers où les services publics font défaut;','[]',4);
INSERT INTO "drafts_paragraph" VALUES(95,20,'37805b36e24e4b19','operative',1,'9.','Encourage les villes à conclure entre elles des accords de jumelage qui leur permettent d’échanger du personnel et de tirer parti de l’expérience des unes et des autres;','[["italic", 0, 9, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(96,21,'a0240a48e4d24b4e','operative',1,'10.','Recommande que les résultats des mesures de prévention soient évalués par des organismes indépendants et rendus publics;','[["italic", 0, 10, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(97,22,'9cd6f8164d6f4470','operative',1,'11.','Invite les États Membres et les autres donateurs à verser des contributions volontaires à ces fins, conformément aux règles et procédures de l’Organisation des Nations Unies;','[["italic", 0, 6, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(98,23,'11409180cc4e4d5d','operative',1,'12.','Prie le Secrétaire général de lui présenter à sa quatre-vingt-deuxième session un rapport sur l’application de la présente résolution;','[["italic", 0, 4, ""]]',4);
INSERT INTO "drafts_paragraph" VALUES(99,24,'ddb179c725544a31','operative',1,'13.','Décide de poursuivre l’examen de la question à sa quatre-vingt-deuxième session, au titre de la question intitulée « Prévention du crime et justice pénale ».','[["italic", 0, 6, ""]]',4);
CREATE TABLE "drafts_person" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "joined_at" datetime NOT NULL, "draft_id" char(32) NOT NULL REFERENCES "drafts_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_person_a_draft" UNIQUE ("draft_id", "user_id"));
INSERT INTO "drafts_person" VALUES(1,'2026-11-25 08:11:44.413952','128fbc7ac75c4d5ba24ad5e81f43b933',1);
INSERT INTO "drafts_person" VALUES(2,'2026-11-25 08:11:44.683404','cd075df83b2a483087cb0f7babcf85b4',1);
CREATE TABLE "drafts_reading" ("id" char(32) NOT NULL PRIMARY KEY, "source" text NOT NULL, "value" text NOT NULL CHECK ((JSON_VALID("value") OR "value" IS NULL)), "before" text NULL CHECK ((JSON_VALID("before") OR "before" IS NULL)), "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "draft_id" char(32) NULL REFERENCES "drafts_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NULL UNIQUE REFERENCES "drafts_version" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "drafts_sponsor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "name" varchar(300) NOT NULL, "code" varchar(2) NOT NULL, "version_id" bigint NOT NULL REFERENCES "drafts_version" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "sponsor_position_unique" UNIQUE ("version_id", "position"));
INSERT INTO "drafts_sponsor" VALUES(1,0,'Andorra','AD',1);
INSERT INTO "drafts_sponsor" VALUES(2,1,'Benin','BJ',1);
INSERT INTO "drafts_sponsor" VALUES(3,2,'Chile','CL',1);
INSERT INTO "drafts_sponsor" VALUES(4,3,'Costa Rica','CR',1);
INSERT INTO "drafts_sponsor" VALUES(5,4,'Estonia','EE',1);
INSERT INTO "drafts_sponsor" VALUES(6,5,'Fiji','FJ',1);
INSERT INTO "drafts_sponsor" VALUES(7,6,'Ghana','GH',1);
INSERT INTO "drafts_sponsor" VALUES(8,7,'Iceland','IS',1);
INSERT INTO "drafts_sponsor" VALUES(9,8,'Jamaica','JM',1);
INSERT INTO "drafts_sponsor" VALUES(10,9,'Kenya','KE',1);
INSERT INTO "drafts_sponsor" VALUES(11,10,'Malta','MT',1);
INSERT INTO "drafts_sponsor" VALUES(12,11,'Mongolia','MN',1);
INSERT INTO "drafts_sponsor" VALUES(13,12,'Portugal','PT',1);
INSERT INTO "drafts_sponsor" VALUES(14,13,'Thailand','TH',1);
INSERT INTO "drafts_sponsor" VALUES(15,14,'Uruguay','UY',1);
INSERT INTO "drafts_sponsor" VALUES(16,0,'Andorra','AD',2);
INSERT INTO "drafts_sponsor" VALUES(17,1,'Benin','BJ',2);
INSERT INTO "drafts_sponsor" VALUES(18,2,'Botswana','BW',2);
INSERT INTO "drafts_sponsor" VALUES(19,3,'Chile','CL',2);
INSERT INTO "drafts_sponsor" VALUES(20,4,'Costa Rica','CR',2);
INSERT INTO "drafts_sponsor" VALUES(21,5,'Dominican Republic','DO',2);
INSERT INTO "drafts_sponsor" VALUES(22,6,'Estonia','EE',2);
INSERT INTO "drafts_sponsor" VALUES(23,7,'Fiji','FJ',2);
INSERT INTO "drafts_sponsor" VALUES(24,8,'Ghana','GH',2);
INSERT INTO "drafts_sponsor" VALUES(25,9,'Jamaica','JM',2);
INSERT INTO "drafts_sponsor" VALUES(26,10,'Kenya','KE',2);
INSERT INTO "drafts_sponsor" VALUES(27,11,'Malta','MT',2);
INSERT INTO "drafts_sponsor" VALUES(28,12,'Mongolia','MN',2);
INSERT INTO "drafts_sponsor" VALUES(29,13,'Morocco','MA',2);
INSERT INTO "drafts_sponsor" VALUES(30,14,'Portugal','PT',2);
INSERT INTO "drafts_sponsor" VALUES(31,15,'Singapore','SG',2);
INSERT INTO "drafts_sponsor" VALUES(32,16,'Thailand','TH',2);
INSERT INTO "drafts_sponsor" VALUES(33,17,'Uruguay','UY',2);
INSERT INTO "drafts_sponsor" VALUES(34,0,'Algérie','DZ',3);
INSERT INTO "drafts_sponsor" VALUES(35,1,'Belgique','BE',3);
INSERT INTO "drafts_sponsor" VALUES(36,2,'Burkina Faso','BF',3);
INSERT INTO "drafts_sponsor" VALUES(37,3,'Cameroun','CM',3);
INSERT INTO "drafts_sponsor" VALUES(38,4,'Canada','CA',3);
INSERT INTO "drafts_sponsor" VALUES(39,5,'Colombie','CO',3);
INSERT INTO "drafts_sponsor" VALUES(40,6,'Côte d’Ivoire','CI',3);
INSERT INTO "drafts_sponsor" VALUES(41,7,'Égypte','EG',3);
INSERT INTO "drafts_sponsor" VALUES(42,8,'France','FR',3);
INSERT INTO "drafts_sponsor" VALUES(43,9,'Haïti','HT',3);
INSERT INTO "drafts_sponsor" VALUES(44,10,'Luxembourg','LU',3);
INSERT INTO "drafts_sponsor" VALUES(45,11,'Madagascar','MG',3);
INSERT INTO "drafts_sponsor" VALUES(46,12,'Maroc','MA',3);
INSERT INTO "drafts_sponsor" VALUES(47,13,'Monaco','MC',3);
INSERT INTO "drafts_sponsor" VALUES(48,14,'Sénégal','SN',3);
INSERT INTO "drafts_sponsor" VALUES(49,15,'Tunisie','TN',3);
INSERT INTO "drafts_sponsor" VALUES(50,0,'Algérie','DZ',4);
INSERT INTO "drafts_sponsor" VALUES(51,1,'Belgique','BE',4);
INSERT INTO "drafts_sponsor" VALUES(52,2,'Bénin','BJ',4);
INSERT INTO "drafts_sponsor" VALUES(53,3,'Burkina Faso','BF',4);
INSERT INTO "drafts_sponsor" VALUES(54,4,'Cameroun','CM',4);
INSERT INTO "drafts_sponsor" VALUES(55,5,'Canada','CA',4);
INSERT INTO "drafts_sponsor" VALUES(56,6,'Colombie','CO',4);
INSERT INTO "drafts_sponsor" VALUES(57,7,'Côte d’Ivoire','CI',4);
INSERT INTO "drafts_sponsor" VALUES(58,8,'Égypte','EG',4);
INSERT INTO "drafts_sponsor" VALUES(59,9,'Équateur','EC',4);
INSERT INTO "drafts_sponsor" VALUES(60,10,'Haïti','HT',4);
INSERT INTO "drafts_sponsor" VALUES(61,11,'Liban','LB',4);
INSERT INTO "drafts_sponsor" VALUES(62,12,'Luxembourg','LU',4);
INSERT INTO "drafts_sponsor" VALUES(63,13,'Madagascar','MG',4);
INSERT INTO "drafts_sponsor" VALUES(64,14,'Maroc','MA',4);
INSERT INTO "drafts_sponsor" VALUES(65,15,'Monaco','MC',4);
INSERT INTO "drafts_sponsor" VALUES(66,16,'Roumanie','RO',4);
INSERT INTO "drafts_sponsor" VALUES(67,17,'Sénégal','SN',4);
INSERT INTO "drafts_sponsor" VALUES(68,18,'Tunisie','TN',4);
CREATE TABLE "drafts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "first_name" varchar(150) NOT NULL, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL);
INSERT INTO "drafts_user" VALUES(1,'argon2$argon2id$v=19$m=102400,t=2,p=8$OGJpdG8zZ1ZldDJvVnZqS3BESTkxeg$KDut6/XPHNBYifvaYz3I9W6BI2m+xRhpB8zOujaDUrI',NULL,0,'demo','','','',0,1,'2026-11-25 08:11:43.349338');
CREATE TABLE "drafts_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "drafts_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "drafts_version" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "symbol" varchar(200) NOT NULL, "date" date NOT NULL, "language" varchar(8) NOT NULL, "proposal" varchar(20) NOT NULL, "submitted" text NOT NULL, "title" text NOT NULL, "organ" text NOT NULL, "session" text NOT NULL, "committee" text NOT NULL, "agenda_item" text NOT NULL, "dated" text NOT NULL, "distribution" text NOT NULL, "original" text NOT NULL, "source" text NOT NULL, "created_at" datetime NOT NULL, "sealed_at" datetime NULL, "created_by_id" bigint NOT NULL REFERENCES "drafts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "draft_id" char(32) NOT NULL REFERENCES "drafts_draft" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_number_unique_in_draft" UNIQUE ("draft_id", "number"), CONSTRAINT "version_number_from_one" CHECK ("number" >= 1));
INSERT INTO "drafts_version" VALUES(1,1,'A/C.3/81/L.901','2026-10-13','en','draft','','Strengthening technical assistance for the training of local practitioners in crime prevention and criminal justice','General Assembly','Eighty-first session','Third Committee','Agenda item 109 Crime prevention and criminal justice','13 October 2026','Limited','English','United Nations  A/C.3/81/L.901 
General Assembly  Distr.: Limited 
13 October 2026 
 
Original: English 
 
Eighty-first session 
Third Committee 
Agenda item 109 
Crime prevention and criminal justice 


   Andorra, Benin, Chile, Costa Rica, Estonia, Fiji, Ghana, Iceland, Jamaica, Kenya, 
Malta, Mongolia, Portugal, Thailand and Uruguay: draft resolution 


  Strengthening technical assistance for the training of local 
  practitioners in crime prevention and criminal justice 


 The General Assembly, 

 Recalling its resolution 46/152 of 18 December 1991 on the creation of an effective 
United Nations crime prevention and criminal justice programme, and its later 
resolutions on technical cooperation in that field, 
 
 Recalling also the United Nations Convention against Transnational Organized Crime 
and the Protocols thereto,1 and the United Nations Convention against Corruption,2 
which both call for the training of those who apply them, 
 
 Reaffirming that the prevention of crime rests in the first place with each State, 
and that international cooperation can support the efforts of States but not replace 
them, 
 
 Noting with concern that many practitioners in small and remote jurisdictions, 
among them judges, 

__________________ 

 1  United Nations, Treaty Series, vol. 2225, 2237, 2241 and 2326, No. 39574. 
 2  Ibid., vol. 2349, No. 42146. 
26-19041 (E) 
A/C.3/81/L.901 

 prosecutors, police and prison officers, probation staff and social workers, take 
up their duties with little or no training in the prevention of crime, 
 
 Aware that most of the courses offered so far have reached those who work in 
capitals, and that women remain few among the participants, 
 
 Recognizing the work of the institutes of the United Nations crime prevention and 
criminal justice programme network, and of universities and civil society, in 
preparing teaching material that anyone may use free of charge, 
 
 Bearing in mind the 2030 Agenda for Sustainable Development,3 in particular those 
of its targets that concern safe cities and accountable institutions, 
 
 Welcoming the readiness of a number of States to receive trainees from other 
regions, 
 
 1. Takes note with appreciation of the report of the Secretary-General on the 
training of practitioners in crime prevention;4 
 
 2. Reaffirms the importance of the technical assistance that the United Nations 
Office on Drugs and Crime provides to States at their request, including through its 
field offices, for building up training institutions of their own; 
 
 3. Invites Member States to share with the Office the curricula and the teaching 
material that they use for the training of practitioners, and to keep them up to 
date; 
 
 4. Encourages the Office to establish a public library of such material, in as many 
languages as its resources allow, with a clear indication of the legal system for 
which each item was written, and to have the library 

__________________ 

 3  Resolution 70/1. 
 4  A/81/905. 
26-19041 2/3 
A/C.3/81/L.901 

 reviewed every two years by a group of practitioners drawn from all regional 
groups; 
 
 5. Calls upon Member States to ensure that women and men have equal access to 
training in crime prevention, and to remove the obstacles that keep practitioners 
with family responsibilities from taking part; 
 
 6. Requests the Office, in planning its courses, to give special attention to the 
needs of: 
 
   (a) Small island developing States, where one officer often performs the duties 
of several services; 
 
   (b) Landlocked developing countries along major trafficking routes; 
 
   (c) Jurisdictions that have no training institution of their own; 
 
 7. Encourages the institutes of the programme network to offer courses by distance 
learning that can be followed over a slow or interrupted connection; 
 
 8. Notes the proposal to hold an annual training week at the headquarters of the 
Office, and decides to consider it at its eighty-second session; 
 
 9. Urges Member States in a position to do so to receive trainees from other 
regions in their national academies, and to bear the cost of their stay wherever 
possible; 
 
 10. Invites Member States and other donors to make voluntary contributions for 
these purposes, in accordance with the rules and procedures of the United Nations; 
 
 11. Requests the Secretary-General to submit to it at its eighty-third session a 
report on the implementation of the present resolution, including figures on the 
number of persons trained, by sex and by region; 
 
 12. Decides to continue its consideration of the question at its eighty-third 
session under the item entitled “Crime prevention and criminal justice”. 
 
3/3 26-19041 
','2026-11-25 08:11:44.420564','2026-11-25 08:11:44.424234',1,'128fbc7ac75c4d5ba24ad5e81f43b933');
INSERT INTO "drafts_version" VALUES(2,2,'A/C.3/81/L.901/Rev.1','2026-11-09','en','revised draft','','Strengthening technical assistance for the training of local practitioners in crime prevention and criminal justice','General Assembly','Eighty-first session','Third Committee','Agenda item 109 Crime prevention and criminal justice','9 November 2026','Limited','English','United Nations  A/C.3/81/L.901/Rev.1 
General Assembly  Distr.: Limited 
9 November 2026 
 
Original: English 
 
Eighty-first session 
Third Committee 
Agenda item 109 
Crime prevention and criminal justice 


   Andorra, Benin, Botswana, Chile, Costa Rica, Dominican Republic, Estonia, Fiji, 
Ghana, Jamaica, Kenya, Malta, Mongolia, Morocco, Portugal, Singapore, Thailand and 
Uruguay: revised draft resolution 


  Strengthening technical assistance for the training of local 
  practitioners in crime prevention and criminal justice 


 The General Assembly, 

 Recalling its resolution 46/152 of 18 December 1991 on the creation of an effective 
United Nations crime prevention and criminal justice programme, and its later 
resolutions on technical cooperation in that field, 
 
 Recalling also the United Nations Convention against Transnational Organized Crime 
and the Protocols thereto,1 and the United Nations Convention against Corruption,2 
which both call for the training of those who apply them, 
 
 Recalling further the Kyoto Declaration on Advancing Crime Prevention, Criminal 
Justice and the Rule of Law: Towards the Achievement of the 2030 Agenda for 
Sustainable Development,3 
 
 Reaffirming that the prevention of crime rests in the first place with each State, 
and that international cooperation can support the efforts of States but not replace 
them, 
 
 Noting with deep concern that many practitioners in small and remote jurisdictions, 
among them judges, prosecutors, police and prison officers, probation staff, 

__________________ 

 1  United Nations, Treaty Series, vol. 2225, 2237, 2241 and 2326, No. 39574. 
 2  Ibid., vol. 2349, No. 42146. 
 3  Resolution 76/181, annex. 
26-21377 (E) 
A/C.3/81/L.901/Rev.1 

 paralegals and social workers, take up their duties with little or no training in 
the prevention of crime, 
 
 Aware that most of the courses offered so far have reached those who work in 
capitals, and that women account for less than one third of the participants, 
 
 Recognizing the work of the institutes of the United Nations crime prevention and 
criminal justice programme network, and of universities and civil society, in 
preparing teaching material that anyone may use free of charge, 
 
 Bearing in mind the 2030 Agenda for Sustainable Development,4 in particular those 
of its targets that concern safe cities and accountable institutions, 
 
 Welcoming the readiness of a number of States to receive trainees from other 
regions, 
 
 1. Takes note with appreciation of the report of the Secretary-General on the 
training of practitioners in crime prevention;5 
 
 2. Reaffirms the importance of the technical assistance that the United Nations 
Office on Drugs and Crime provides to States at their request, including through its 
field offices, for building up training institutions of their own; 
 
 3. Urges Member States in a position to do so to receive trainees from other 
regions in their national academies, and to bear the cost of their stay wherever 
possible; 
 
 4. Invites Member States to share with the Office the curricula and the teaching 
material that they use for the training of practitioners, and to keep them up to 
date; 
 
 5. Encourages the Office to establish a public library of such material, in all six 
official languages of the United Nations as far as its resources allow, with a clear 
indication of the 

__________________ 

 4  Resolution 70/1. 
 5  A/81/905. 
26-21377 2/3 
A/C.3/81/L.901/Rev.1 

 legal system for which each item was written; 
 
 6. Also encourages the Office to have the library reviewed every two years by a 
group of practitioners drawn from all regional groups; 
 
 7. Calls upon Member States to ensure that women and men have equal access to 
training in crime prevention, and to remove the obstacles that keep practitioners 
with family responsibilities from taking part; 
 
 8. Requests the Office, in planning its courses, to give special attention to the 
needs of: 
 
   (a) Small island developing States, where one officer often performs the duties 
of several services; 
 
   (b) Landlocked developing countries along major trafficking routes; 
 
   (c) Jurisdictions that have no training institution of their own; 
 
 9. Encourages the institutes of the programme network to offer courses by distance 
learning that can be followed over a slow or interrupted connection, and to issue 
certificates that national services recognize; 
 
 10. Invites Member States to assess the results of the training that their 
practitioners have received after one year, and to make the findings known to the 
Office; 
 
 11. Invites Member States and other donors to make voluntary contributions for 
these purposes, in accordance with the rules and procedures of the United Nations; 
 
 12. Requests the Secretary-General to submit to it at its eighty-second session a 
report on the implementation of the present resolution, including figures on the 
number of persons trained, by sex, by profession and by region; 
 
 13. Decides to continue its consideration of the question at its eighty-second 
session under the item entitled “Crime prevention and criminal justice”. 
 
3/3 26-21377 
','2026-11-25 08:11:44.460299','2026-11-25 08:11:44.466525',1,'128fbc7ac75c4d5ba24ad5e81f43b933');
INSERT INTO "drafts_version" VALUES(3,1,'A/C.3/81/L.902','2026-10-15','fr','draft','','Prévention du crime en milieu urbain et assistance technique aux autorités locales','Assemblée générale','Quatre-vingt-unième session','Troisième Commission','Point 109 de l’ordre du jour Prévention du crime et justice pénale','15 octobre 2026','limitée','français','Nations Unies  A/C.3/81/L.902 
Assemblée générale  Distr. limitée 
15 octobre 2026 
 
Original : français 
 
Quatre-vingt-unième session 
Troisième Commission 
Point 109 de l’ordre du jour 
Prévention du crime et justice pénale 


   Algérie, Belgique, Burkina Faso, Cameroun, Canada, Colombie, Côte d’Ivoire, 
Égypte, France, Haïti, Luxembourg, Madagascar, Maroc, Monaco, Sénégal et Tunisie : 
projet de résolution 


  Prévention du crime en milieu urbain et assistance technique 
  aux autorités locales 


 L’Assemblée générale, 

 Rappelant sa résolution 46/152 du 18 décembre 1991 sur la création d’un programme 
des Nations Unies efficace en matière de prévention du crime et de justice pénale, 
ainsi que les résolutions qu’elle a adoptées par la suite sur la coopération 
technique dans ce domaine, 
 
 Rappelant également la Convention des Nations Unies contre la criminalité 
transnationale organisée et les protocoles y relatifs1, ainsi que la Convention des 
Nations Unies contre la corruption2, 
 
 Consciente que la moitié de la population mondiale vit dans les villes et que c’est 
là que les effets de la criminalité se font le plus durement sentir, 
 
 Constatant avec préoccupation que, dans nombre de villes moyennes, les autorités 
locales ne disposent ni de données fiables sur la criminalité ni du personnel formé 
qui leur permettraient de la prévenir, 
 
 Soulignant que la prévention du crime est d’autant plus efficace que les habitants, 
en particulier les 

__________________ 

 1  Nations Unies, Recueil des Traités, vol. 2225, 2237, 2241 et 2326, no 39574. 
 2  Ibid., vol. 2349, no 42146. 
26-19077 (E) 
A/C.3/81/L.902 

 femmes et les jeunes, sont associés à l’élaboration et à l’évaluation des mesures 
qui les concernent, 
 
 Gardant à l’esprit le Programme de développement durable à l’horizon 20303, en 
particulier les cibles relatives à la sûreté des villes et à la qualité des 
institutions, 
 
 Reconnaissant le travail accompli par les réseaux de villes et par la société 
civile pour faire connaître les pratiques qui ont donné de bons résultats, 
 
 Notant avec intérêt que plusieurs États ont fait de la sûreté urbaine un volet de 
leur plan national de développement, 
 
 1. Prend note avec satisfaction du rapport du Secrétaire général sur la prévention 
du crime en milieu urbain4; 
 
 2. Affirme à nouveau l’importance de l’assistance technique que l’Office des 
Nations Unies contre la drogue et le crime fournit aux États qui en font la demande, 
notamment par l’intermédiaire de ses bureaux extérieurs; 
 
 3. Engage les États Membres à associer les autorités locales à l’élaboration de 
leurs stratégies nationales de prévention du crime et à leur donner les moyens de 
les appliquer; 
 
 4. Invite les États Membres à recueillir et à publier chaque année des données sur 
la criminalité en milieu urbain, ventilées par sexe et par âge, et à faire en sorte 
que les autorités locales puissent s’en servir sans frais; 
 
 5. Prie l’Office de mettre au point, en consultation avec les États Membres, un 
guide pratique à l’intention des autorités locales, et de former dans 

__________________ 

 3  Résolution 70/1. 
 4  A/81/911. 
26-19077 2/3 
A/C.3/81/L.902 

 chaque région des personnes capables d’en enseigner l’usage; 
 
 6. Prie également l’Office d’accorder une attention particulière : 
 
   a) Aux villes dont la population croît rapidement; 
 
   b) Aux villes frontalières et aux villes portuaires; 
 
   c) Aux quartiers où les services publics font défaut; 
 
 7. Encourage les villes à conclure entre elles des accords de jumelage qui leur 
permettent d’échanger du personnel et de tirer parti de l’expérience des unes et des 
autres; 
 
 8. Décide de proclamer une journée internationale de la sûreté urbaine, qui sera 
célébrée chaque année; 
 
 9. Demande aux États Membres de veiller à ce que les femmes et les jeunes soient 
représentés dans les organes locaux chargés de la prévention du crime; 
 
 10. Invite les États Membres et les autres donateurs à verser des contributions 
volontaires à ces fins, conformément aux règles et procédures de l’Organisation des 
Nations Unies; 
 
 11. Prie le Secrétaire général de lui présenter à sa quatre-vingt-troisième session 
un rapport sur l’application de la présente résolution; 
 
 12. Décide de poursuivre l’examen de la question à sa quatre-vingt-troisième 
session, au titre de la question intitulée « Prévention du crime et justice pénale 
». 
 
3/3 26-19077 
','2026-11-25 08:11:44.688115','2026-11-25 08:11:44.693496',1,'cd075df83b2a483087cb0f7babcf85b4');
INSERT INTO "drafts_version" VALUES(4,2,'A/C.3/81/L.902/Rev.1','2026-11-11','fr','revised draft','','Prévention du crime en milieu urbain et assistance technique aux autorités locales','Assemblée générale','Quatre-vingt-unième session','Troisième Commission','Point 109 de l’ordre du jour Prévention du crime et justice pénale','11 novembre 2026','limitée','français','Nations Unies  A/C.3/81/L.902/Rev.1 
Assemblée générale  Distr. limitée 
11 novembre 2026 
 
Original : français 
 
Quatre-vingt-unième session 
Troisième Commission 
Point 109 de l’ordre du jour 
Prévention du crime et justice pénale 


   Algérie, Belgique, Bénin, Burkina Faso, Cameroun, Canada, Colombie, Côte 
d’Ivoire, Égypte, Équateur, Haïti, Liban, Luxembourg, Madagascar, Maroc, Monaco, 
Roumanie, Sénégal et Tunisie : projet de résolution révisé 


  Prévention du crime en milieu urbain et assistance technique 
  aux autorités locales 


 L’Assemblée générale, 

 Rappelant sa résolution 46/152 du 18 décembre 1991 sur la création d’un programme 
des Nations Unies efficace en matière de prévention du crime et de justice pénale, 
ainsi que les résolutions qu’elle a adoptées par la suite sur la coopération 
technique dans ce domaine, 
 
 Rappelant également la Convention des Nations Unies contre la criminalité 
transnationale organisée et les protocoles y relatifs1, ainsi que la Convention des 
Nations Unies contre la corruption2, 
 
 Rappelant en outre le Nouveau Programme pour les villes3, 
 
 Consciente que plus de la moitié de la population mondiale vit dans les villes et 
que c’est là que les effets de la criminalité et de la corruption se font le plus 
durement sentir, 
 
 Constatant avec préoccupation que, dans nombre de villes moyennes, les autorités 
locales ne disposent ni de données fiables sur la criminalité ni du personnel formé 
qui leur permettraient de la prévenir, 
 
 Soulignant que la prévention du crime est d’autant plus efficace que les habitants, 
en particulier les femmes et les 

__________________ 

 1  Nations Unies, Recueil des Traités, vol. 2225, 2237, 2241 et 2326, no 39574. 
 2  Ibid., vol. 2349, no 42146. 
 3  Résolution 71/256, annexe. 
26-21402 (E) 
A/C.3/81/L.902/Rev.1 

 jeunes, sont associés à l’élaboration et à l’évaluation des mesures qui les 
concernent, 
 
 Gardant à l’esprit le Programme de développement durable à l’horizon 20304, en 
particulier les cibles relatives à la sûreté des villes et à la qualité des 
institutions, 
 
 Reconnaissant le travail accompli par les réseaux de villes et par la société 
civile pour faire connaître les pratiques qui ont donné de bons résultats, 
 
 1. Prend note avec satisfaction du rapport du Secrétaire général sur la prévention 
du crime en milieu urbain5; 
 
 2. Affirme à nouveau l’importance de l’assistance technique que l’Office des 
Nations Unies contre la drogue et le crime fournit aux États qui en font la demande, 
notamment par l’intermédiaire de ses bureaux extérieurs; 
 
 3. Exhorte les États Membres à associer les autorités locales à l’élaboration de 
leurs stratégies nationales de prévention du crime et à leur donner les moyens de 
les appliquer; 
 
 4. Demande aux États Membres de veiller à ce que les femmes et les jeunes soient 
représentés dans les organes locaux chargés de la prévention du crime; 
 
 5. Invite les États Membres à recueillir et à publier tous les deux ans des données 
sur la 

__________________ 

 4  Résolution 70/1. 
 5  A/81/911. 
26-21402 2/3 
A/C.3/81/L.902/Rev.1 

 criminalité en milieu urbain, ventilées par sexe, par âge et par quartier, et à 
faire en sorte que les autorités locales puissent s’en servir sans frais; 
 
 6. Prie l’Office de mettre au point, en consultation avec les États Membres et les 
réseaux de villes, un guide pratique à l’intention des autorités locales; 
 
 7. Prie également l’Office de former dans chaque région des personnes capables d’en 
enseigner l’usage; 
 
 8. Prie en outre l’Office d’accorder une attention particulière : 
 
   a) Aux villes dont la population croît rapidement; 
 
   b) Aux villes frontalières et aux villes portuaires; 
 
   c) Aux quartiers où les services publics font défaut; 
 
 9. Encourage les villes à conclure entre elles des accords de jumelage qui leur 
permettent d’échanger du personnel et de tirer parti de l’expérience des unes et des 
autres; 
 
 10. Recommande que les résultats des mesures de prévention soient évalués par des 
organismes indépendants et rendus publics; 
 
 11. Invite les États Membres et les autres donateurs à verser des contributions 
volontaires à ces fins, conformément aux règles et procédures de l’Organisation des 
Nations Unies; 
 
 12. Prie le Secrétaire général de lui présenter à sa quatre-vingt-deuxième session 
un rapport sur l’application de la présente résolution; 
 
 13. Décide de poursuivre l’examen de la question à sa quatre-vingt-deuxième 
session, au titre de la question intitulée « Prévention du crime et justice pénale 
». 
 
3/3 26-21402 
','2026-11-25 08:11:44.708778','2026-11-25 08:11:44.711066',1,'cd075df83b2a483087cb0f7babcf85b4');
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "drafts_user_groups_user_id_group_id_c3016405_uniq" ON "drafts_user_groups" ("user_id", "group_id");
CREATE INDEX "drafts_user_groups_user_id_354f699f" ON "drafts_user_groups" ("user_id");
CREATE INDEX "drafts_user_groups_group_id_18a82cb1" ON "drafts_user_groups" ("group_id");
CREATE UNIQUE INDEX "drafts_user_user_permissions_user_id_permission_id_580a0c5c_uniq" ON "drafts_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "drafts_user_user_permissions_user_id_9a81bcab" ON "drafts_user_user_permissions" ("user_id");
CREATE INDEX "drafts_user_user_permissions_permission_id_ebde6be3" ON "drafts_user_user_permissions" ("permission_id");
CREATE INDEX "drafts_draft_created_by_id_14a48663" ON "drafts_draft" ("created_by_id");
CREATE INDEX "drafts_reading_draft_id_2f59f114" ON "drafts_reading" ("draft_id");
CREATE INDEX "drafts_reading_user_id_9c69e70b" ON "drafts_reading" ("user_id");
CREATE INDEX "drafts_person_draft_id_58e6638e" ON "drafts_person" ("draft_id");
CREATE INDEX "drafts_person_user_id_6fed46f2" ON "drafts_person" ("user_id");
CREATE UNIQUE INDEX "version_symbol_unique_in_draft" ON "drafts_version" ("draft_id", "symbol") WHERE NOT ("symbol" = '');
CREATE INDEX "drafts_version_created_by_id_4a72f05e" ON "drafts_version" ("created_by_id");
CREATE INDEX "drafts_version_draft_id_ec48d1f4" ON "drafts_version" ("draft_id");
CREATE INDEX "drafts_sponsor_version_id_d7cdd740" ON "drafts_sponsor" ("version_id");
CREATE INDEX "drafts_paragraph_version_id_43294921" ON "drafts_paragraph" ("version_id");
CREATE INDEX "drafts_note_version_id_f8a027f9" ON "drafts_note" ("version_id");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE TRIGGER seal_version_update BEFORE UPDATE ON drafts_version WHEN OLD.sealed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_version_delete BEFORE DELETE ON drafts_version WHEN OLD.sealed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_paragraph_insert BEFORE INSERT ON drafts_paragraph WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_paragraph_update BEFORE UPDATE ON drafts_paragraph WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_paragraph_delete BEFORE DELETE ON drafts_paragraph WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_note_insert BEFORE INSERT ON drafts_note WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_note_update BEFORE UPDATE ON drafts_note WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_note_delete BEFORE DELETE ON drafts_note WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_sponsor_insert BEFORE INSERT ON drafts_sponsor WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_sponsor_update BEFORE UPDATE ON drafts_sponsor WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = NEW.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE TRIGGER seal_sponsor_delete BEFORE DELETE ON drafts_sponsor WHEN EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = OLD.version_id AND v.sealed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a sealed version never changes'); END;
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',20);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',13);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',52);
INSERT INTO "sqlite_sequence" VALUES('auth_group',0);
INSERT INTO "sqlite_sequence" VALUES('drafts_person',2);
INSERT INTO "sqlite_sequence" VALUES('drafts_version',4);
INSERT INTO "sqlite_sequence" VALUES('drafts_sponsor',68);
INSERT INTO "sqlite_sequence" VALUES('drafts_paragraph',99);
INSERT INTO "sqlite_sequence" VALUES('drafts_note',18);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',0);
INSERT INTO "sqlite_sequence" VALUES('drafts_user',1);
COMMIT;
