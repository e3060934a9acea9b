<#-- The box by which a person trusts this device; shown where a policy lets it, ticked by nobody else. -->
<#macro field>
    <#if trustDeviceDays??>
        <div class="${properties.kcFormGroupClass!} gatehouse-trust">
            <input id="trust_device" name="trust_device" type="checkbox" value="true" aria-describedby="trust-device-hint">
            <label for="trust_device">${msg("trustDevice", trustDeviceDays)}</label>
            <p id="trust-device-hint" class="gatehouse-hint gatehouse-small">${msg("trustDeviceHint")}</p>
        </div>
    </#if>
</#macro>
