"""Every address of the program."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import path

from drafts.views import (
    accounts,
    archives,
    comparisons,
    concordances,
    corrections,
    discussion,
    doubts,
    downloads,
    drafts,
    files,
    finding,
    health,
    home,
    joining,
    live,
    live_threads,
    pairings,
    people,
    readings,
    sponsors,
    states,
    texts,
    timelines,
    versions,
)

urlpatterns = [
    path("", home.show, name="home"),
    path("find/", finding.show, name="find"),
    path("health/", health.show, name="health"),
    path("compare/", texts.compare_texts, name="compare-texts"),
    path("drafts/new/", drafts.new, name="new-draft"),
    path("drafts/<uuid:draft_id>/", drafts.show, name="draft"),
    path("drafts/<uuid:draft_id>/versions/new/", versions.new, name="new-version"),
    path("drafts/<uuid:draft_id>/versions/<int:number>/", versions.show, name="version"),
    path(
        "drafts/<uuid:draft_id>/versions/<int:number>/withdrawal/", versions.withdraw, name="withdraw-version"
    ),
    path("drafts/<uuid:draft_id>/versions/<int:number>/taken-up/", versions.take_up, name="take-up-version"),
    path("drafts/<uuid:draft_id>/writing/", live.show, name="live-text"),
    path("drafts/<uuid:draft_id>/writing/changes/", live.changes, name="live-changes"),
    path("drafts/<uuid:draft_id>/writing/by-forms/", live.by_forms, name="live-by-forms"),
    path(
        "drafts/<uuid:draft_id>/writing/paragraphs/<str:id>/", live.edit_paragraph, name="edit-live-paragraph"
    ),
    path("drafts/<uuid:draft_id>/writing/notes/<str:id>/", live.edit_note, name="edit-live-note"),
    path("drafts/<uuid:draft_id>/writing/threads/", live_threads.show, name="live-threads"),
    path("drafts/<uuid:draft_id>/writing/threads/begun/", live_threads.start, name="start-live-thread"),
    path("drafts/<uuid:draft_id>/writing/version/", live.take_up, name="take-up-live-text"),
    path("drafts/<uuid:draft_id>/states/", states.create, name="states"),
    path("drafts/<uuid:draft_id>/states/new/<slug:state>/", states.new, name="new-state"),
    path("drafts/<uuid:draft_id>/timeline/", timelines.timeline, name="timeline"),
    path("drafts/<uuid:draft_id>/timeline/table.csv", timelines.timeline_csv, name="timeline-csv"),
    path("drafts/<uuid:draft_id>/timeline/seen/", timelines.seen, name="seen"),
    path("drafts/<uuid:draft_id>/record/", timelines.record, name="record"),
    path("drafts/<uuid:draft_id>/record/table.csv", timelines.record_csv, name="record-csv"),
    path("drafts/<uuid:draft_id>/exports/", archives.take_out, name="export-draft"),
    path("drafts/imported/", archives.bring_in, name="import-draft"),
    path("drafts/<uuid:draft_id>/people/", people.show, name="people"),
    path("drafts/<uuid:draft_id>/people/left/", people.leave, name="leave-draft"),
    path("drafts/<uuid:draft_id>/people/<int:id>/", people.change, name="change-person"),
    path("drafts/<uuid:draft_id>/people/<int:id>/removed/", people.remove, name="remove-person"),
    path("drafts/<uuid:draft_id>/invitations/", people.invite, name="invitations"),
    path(
        "drafts/<uuid:draft_id>/invitations/<int:id>/taken-back/",
        people.take_back,
        name="take-back-invitation",
    ),
    path("drafts/<uuid:draft_id>/public-link/", people.open_link, name="public-link"),
    path("drafts/<uuid:draft_id>/public-link/closed/", people.close_link, name="close-public-link"),
    path("drafts/<uuid:draft_id>/versions/<int:number>/file/", files.of_version, name="version-file"),
    path(
        "drafts/<uuid:draft_id>/versions/<int:number>/text.<str:ending>",
        downloads.version,
        name="download-version",
    ),
    path(
        "drafts/<uuid:draft_id>/compare/<int:old>/<int:new>/report.<str:ending>",
        downloads.comparison,
        name="download-comparison",
    ),
    path("drafts/<uuid:draft_id>/compare/", comparisons.choose, name="choose-comparison"),
    path(
        "drafts/<uuid:draft_id>/compare/<int:old>/<int:new>/", comparisons.compare_versions, name="comparison"
    ),
    path("drafts/<uuid:draft_id>/compare/<int:old>/<int:new>/pairings/", pairings.create, name="pairings"),
    path(
        "drafts/<uuid:draft_id>/compare/<int:old>/<int:new>/pairings/new/", pairings.new, name="new-pairing"
    ),
    path(
        "drafts/<uuid:draft_id>/compare/<int:old>/<int:new>/pairings/<int:id>/taken-back/",
        pairings.take_back,
        name="take-back-pairing",
    ),
    path("drafts/<uuid:draft_id>/concordance/", concordances.show, name="concordance"),
    path("drafts/<uuid:draft_id>/versions/<int:number>/threads/", discussion.start, name="threads"),
    path("drafts/<uuid:draft_id>/discussion/", discussion.show, name="discussion"),
    path("drafts/<uuid:draft_id>/discussion/<int:id>/remarks/", discussion.answer, name="answer-thread"),
    path("drafts/<uuid:draft_id>/discussion/<int:id>/resolved/", discussion.resolve, name="resolve-thread"),
    path("drafts/<uuid:draft_id>/discussion/<int:id>/reopened/", discussion.reopen, name="reopen-thread"),
    path("drafts/<uuid:draft_id>/sponsors/", sponsors.show, name="sponsors"),
    path("drafts/<uuid:draft_id>/sponsors/joined/", sponsors.join, name="join-sponsor"),
    path("drafts/<uuid:draft_id>/sponsors/lists/", sponsors.read_list, name="read-sponsors"),
    path("drafts/<uuid:draft_id>/sponsors/lists/joined/", sponsors.join_listed, name="join-listed-sponsors"),
    path("drafts/<uuid:draft_id>/sponsors/withdrawn/", sponsors.withdraw, name="withdraw-sponsor"),
    path("drafts/<uuid:draft_id>/sponsors/changed/", sponsors.change, name="change-sponsor"),
    path("drafts/<uuid:draft_id>/sponsors/names/", sponsors.names, name="sponsor-names"),
    path(
        "drafts/<uuid:draft_id>/sponsors/since/<int:number>/",
        sponsors.additional,
        name="additional-sponsors",
    ),
    path("readings/", readings.create, name="readings"),
    path("readings/<uuid:reading_id>/", readings.show, name="reading"),
    path("readings/<uuid:reading_id>/head/", corrections.correct_head, name="correct-head"),
    path(
        "readings/<uuid:reading_id>/paragraphs/<str:id>/",
        corrections.correct_paragraph,
        name="correct-paragraph",
    ),
    path("readings/<uuid:reading_id>/notes/", corrections.add_note, name="add-note"),
    path("readings/<uuid:reading_id>/notes/<str:id>/", corrections.correct_note, name="correct-note"),
    path("readings/<uuid:reading_id>/doubts/settled/", doubts.settle, name="settle-doubt"),
    path("readings/<uuid:reading_id>/doubts/<str:key>/reopened/", doubts.reopen, name="reopen-doubt"),
    path("readings/<uuid:reading_id>/file/", files.of_reading, name="reading-file"),
    path(
        "readings/<uuid:reading_id>/pages/<int:page>/<int:width>.png",
        files.page_of_reading,
        name="reading-page",
    ),
    path("readings/<uuid:reading_id>/again/", readings.try_again, name="read-again"),
    path("readings/<uuid:reading_id>/discarded/", readings.discard, name="discard-reading"),
    path("readings/<uuid:reading_id>/undo/", corrections.undo, name="undo-correction"),
    path("readings/<uuid:reading_id>/put-aside/", readings.put_aside, name="put-reading-aside"),
    path("readings/<uuid:reading_id>/version/", readings.keep, name="keep-reading"),
    path("join/", joining.join, name="join"),
    path("public/<str:token>/", joining.public, name="public"),
    path("public/<str:token>/<path:rest>", joining.public, name="public-page"),
    path("digests/stopped/<str:token>/", accounts.stop_digests, name="stop-digests"),
    path("account/", accounts.show, name="account"),
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", auth_views.LogoutView.as_view(), name="sign-out"),
    path("sign-up/", accounts.sign_up, name="sign-up"),
    path("admin/", admin.site.urls),
]

handler400 = "drafts.views.errors.bad_request"
handler403 = "drafts.views.errors.forbidden"
handler404 = "drafts.views.errors.not_found"
handler500 = "drafts.views.errors.server_error"
