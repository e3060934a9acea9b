<#-- What mail programs understand: one column, inline styles, no images, nothing loaded from elsewhere. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${subject}</title>
</head>
<body style="margin:0;padding:24px;background:#f4f5f7">
    <div style="max-width:480px;margin:0 auto;padding:32px;background:#ffffff;color:#1f2733;border-radius:12px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5">
        <p style="margin:0 0 24px;font-weight:600;color:#2f5d8a">${realmName}</p>
        <#nested>
    </div>
</body>
</html>
</#macro>
