"""Chinese: words are not set apart by spaces."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

PHRASEBOOK = Phrasebook(
    code="zh",
    enacting=listed("大会, 安全理事会, 经济及社会理事会, 人权理事会"),
    preambular=Openers(
        before=listed("又, 还, 并, 再次, 深为, 严重"),
        verbs=listed(
            """
            回顾, 重申, 认识到, 确认, 铭记, 考虑到, 注意到, 欢迎, 强调, 意识到,
            深信, 关切, 表示, 赞扬, 感谢, 赞赏, 审议了
            """
        ),
        after=listed("到, 又, 还"),
    ),
    operative=Openers(
        before=listed("又, 还, 并, 再次, 强烈"),
        verbs=listed(
            """
            注意到, 重申, 请, 敦促, 决定, 鼓励, 邀请, 吁请, 促请, 强调, 欢迎, 确认,
            赞赏, 呼吁, 建议, 谴责, 表示, 通过, 核可
            """
        ),
    ),
    proposals=(
        ("订正决议草案", "revised draft"),
        ("决议草案", "draft"),
        ("决定草案", "draft decision"),
        ("修正案", "amendment"),
    ),
    joiners=("和", "以及"),
    submitting=("提交", "代表"),
    adopted=("大会决议", "大会.{0,20}通过"),
    annex=("附件",),
    organ="大会|安全理事会",
    closing=".{1,20}次全体会议",
    spaced=False,
    capital=False,
)
