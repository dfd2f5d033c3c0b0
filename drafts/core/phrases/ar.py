"""Arabic: a preambular paragraph opens with ``إذ`` and its verb."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

PHRASEBOOK = Phrasebook(
    code="ar",
    enacting=listed(
        """
        إن الجمعية العامة, إن مجلس الأمن, إن المجلس الاقتصادي والاجتماعي, إن مجلس حقوق الإنسان
        """
    ),
    preambular=Openers(
        verbs=listed("و?إذ \\w+, و?قد نظرت"),
        after=listed(
            """
        أيضا, كذلك, مع التقدير, مع القلق
        """
        ),
    ),
    operative=Openers(
        verbs=listed(
            """
            تؤكد من جديد, تؤكد, تطلب, تقرر, تحث, تهيب, تدعو, تحيط علما, ترحب, تشجع, تلاحظ, تعرب, توصي,
            تشدد, تعيد تأكيد, تسلم, تعترف, تدين, تشير, تثني
            """
        ),
        after=listed("أيضا, كذلك, مع التقدير, مع القلق"),
    ),
    proposals=(
        ("مشروع قرار منقح", "revised draft"),
        ("مشروع قرار", "draft"),
        ("مشروع مقرر", "draft decision"),
        ("تعديلات|تعديل", "amendment"),
    ),
    joiners=listed("و"),
    submitting=listed("مقدم من, باسم"),
    adopted=listed("قرار اتخذته"),
    annex=listed("المرفق, مرفق"),
    organ="الجمعية العامة|مجلس الأمن",
    closing="الجلسة العامة .{1,30}",
    capital=False,
)
